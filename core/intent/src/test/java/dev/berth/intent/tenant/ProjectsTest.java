package dev.berth.intent.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.intent.MovableClock;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Project;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectsTest {

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemoryQuotas quotas = new InMemoryQuotas(transactions);
    private final Projects projects =
            new Projects(
                    transactions,
                    new Shelf(),
                    new Quotas(transactions, quotas, Map.of(Quota.PROJECTS, 1L)),
                    new MovableClock());
    private final Caller admin = Callers.of(Role.ADMIN);

    @Test
    void projectIsListedAsItWasMade() {
        Project made = projects.create(admin, "shop");

        assertThat(projects.list(admin, Page.FIRST).items()).containsExactly(made);
    }

    @Test
    void developerMakesNone() {
        assertThat(refused(Callers.of(Role.DEVELOPER), "shop").kind())
                .isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void nameIsOneOfALabel() {
        Refusal refused = refused(admin, "My Shop");

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refused.problems()).hasSize(1);
    }

    @Test
    void quotaHolds() {
        transactions.run(() -> quotas.add(admin.tenant(), Map.of(Quota.PROJECTS, 1L)));
        quotas.use(Quota.PROJECTS, 1);

        assertThat(refused(admin, "shop").kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
    }

    private Refusal refused(Caller caller, String name) {
        return catchThrowableOfType(Refusal.class, () -> projects.create(caller, name));
    }

    /** Keeps projects of one tenant. */
    private static final class Shelf implements ProjectStore {

        private final List<Project> projects = new ArrayList<>();

        @Override
        public Paged<Project> list(TenantId tenant, Page page) {
            return new Paged<>(projects, projects.size());
        }

        @Override
        public void add(TenantId tenant, Project project) {
            projects.add(project);
        }
    }
}
