package dev.berth.store.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.intent.tenant.ProjectStore;
import dev.berth.intent.tenant.Quota;
import dev.berth.intent.tenant.QuotaStore;
import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Page;
import dev.berth.model.Project;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SqlQuotasIT {

    private static final World WORLD = new World();

    private final QuotaStore store = WORLD.outer.quotas();
    private final ProjectStore projects = WORLD.outer.projects();
    private final Tenant tenant = WORLD.tenant();
    private final Tenant other = WORLD.tenant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void tenantHasTheLimitsThatItWasGiven() {
        WORLD.transactions.run(
                () -> store.add(tenant.id(), Map.of(Quota.WORKERS, 3L, Quota.SOURCE_BYTES, 7L)));

        assertThat(call(() -> store.limits(tenant.id())))
                .isEqualTo(Map.of(Quota.WORKERS, 3L, Quota.SOURCE_BYTES, 7L));
        assertThat(call(() -> store.limits(other.id()))).isEmpty();
    }

    @Test
    void everythingThatATenantHasCounts() {
        WORLD.worker(tenant);
        WORLD.delete(WORLD.worker(tenant));
        WORLD.worker(other);
        WORLD.sql(
                "INSERT INTO sources VALUES ('%s', '%s', 12345, NULL, now())"
                        .formatted(tenant.id(), "a".repeat(64)));

        assertThat(call(() -> store.used(tenant.id())))
                .isEqualTo(
                        Map.of(
                                Quota.WORKERS, 1L,
                                Quota.REPLICAS, 3L,
                                Quota.MEMORY, 3L * (500 << 20),
                                Quota.SOURCE_BYTES, 12345L,
                                Quota.PROJECTS, 1L,
                                Quota.MEMBERS, 1L));
    }

    @Test
    void quotaHoldsThoughManyComeAtOnce() {
        Quotas quotas = new Quotas(WORLD.transactions, store, Map.of(Quota.PROJECTS, 5L));
        WORLD.transactions.run(() -> quotas.begin(tenant.id()));

        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (int n = 0; n < 20; n++) {
                Project project = project("project-" + n);
                crowd.execute(() -> tryToAdd(quotas, project));
            }
        }

        assertThat(call(() -> projects.list(tenant.id(), Page.FIRST)).total()).isEqualTo(5);
    }

    @Test
    void projectsAreListedInTheirTenantAloneAndNamedOnce() {
        Project shop = project("shop");
        WORLD.transactions.run(() -> projects.add(tenant.id(), shop));

        assertThat(call(() -> projects.list(tenant.id(), new Page(1, 1))).items())
                .containsExactly(shop);
        assertThat(call(() -> projects.list(other.id(), Page.FIRST)).items())
                .extracting(Project::name)
                .containsExactly("default");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                WORLD.transactions.run(
                                        () -> projects.add(tenant.id(), project("shop"))))
                .matches(refusal -> refusal.kind() == Refusal.Kind.CONFLICT);
    }

    private void tryToAdd(Quotas quotas, Project project) {
        try {
            WORLD.transactions.run(
                    () -> {
                        quotas.mustFit(tenant.id(), Quota.PROJECTS, 1);
                        projects.add(tenant.id(), project);
                    });
        } catch (Refusal refused) {
            assertThat(refused.kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
        }
    }

    private static Project project(String name) {
        return new Project(new ProjectId(UUID.randomUUID()), name, World.NOW.plusSeconds(1));
    }

    private static <T> T call(Supplier<T> work) {
        return WORLD.transactions.call(work);
    }
}
