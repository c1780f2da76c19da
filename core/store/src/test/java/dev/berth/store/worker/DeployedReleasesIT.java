package dev.berth.store.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.worker.Release;
import dev.berth.intent.worker.SeenRollout;
import dev.berth.intent.worker.SeenVersion;
import dev.berth.intent.worker.WorkerStore;
import dev.berth.model.Artifact;
import dev.berth.model.Configuration;
import dev.berth.model.Page;
import dev.berth.model.Refusal;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a deploy leaves: versions, releases and their configurations. */
class DeployedReleasesIT {

    private static final World WORLD = new World();
    private static final Artifact IMAGE = new Artifact.Image("registry.example/web:1");

    private final WorkerStore workers = WORLD.outer.workers();
    private final Tenant tenant = WORLD.tenant();
    private final Tenant other = WORLD.tenant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aDeployIsARowOfEachKindAndANewGeneration() {
        Worker worker = WORLD.worker(tenant);
        Version version = World.version(tenant, worker, IMAGE);

        long number = deploy(worker, version, Configuration.bringing(Map.of("GREETING", "hello")));

        Worker found = call(() -> workers.find(tenant.id(), worker.id())).orElseThrow();
        assertThat(found.generation()).isEqualTo(2);
        assertThat(found.release()).isPresent();
        assertThat(call(() -> workers.versions(tenant.id(), worker.id(), Page.FIRST)).items())
                .containsExactly(new SeenVersion(numbered(version, number), VersionStatus.NONE));
        assertThat(call(() -> workers.releases(tenant.id(), worker.id()))).isEmpty();
    }

    @Test
    void versionsComeNewestFirst() {
        Worker worker = WORLD.worker(tenant);
        Version version = World.version(tenant, worker, IMAGE);
        long first = call(() -> workers.deploy(tenant.id(), version, Configuration.NONE, 2));
        long second = call(() -> workers.deploy(tenant.id(), version, Configuration.NONE, 3));

        var page = call(() -> workers.versions(tenant.id(), worker.id(), new Page(1, 0)));

        assertThat(second).isGreaterThan(first);
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items()).extracting(seen -> seen.version().id()).containsExactly(second);
        assertThat(call(() -> workers.versions(other.id(), worker.id(), Page.FIRST)).total())
                .isZero();
    }

    @Test
    void releasesOfAVersionAreTheTenantsAlone() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Release release =
                call(
                        () ->
                                workers.release(
                                        tenant.id(), worker.id(), worker.release().orElseThrow()));
        long again =
                call(
                        () ->
                                workers.addRelease(
                                        tenant.id(),
                                        worker.id(),
                                        release.version(),
                                        release.config(),
                                        World.NOW));

        assertThat(call(() -> workers.releasesOf(tenant.id(), worker.id(), release.version())))
                .containsExactly(new Release(again, release.version(), release.config()), release);
        assertThat(call(() -> workers.releasesOf(other.id(), worker.id(), release.version())))
                .isEmpty();
        assertThat(call(() -> workers.seenVersion(other.id(), worker.id(), release.version())))
                .isEmpty();
    }

    @Test
    void releaseThatServedLastIsKnownByItsVersion() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        long first = worker.release().orElseThrow();
        long version = call(() -> workers.release(tenant.id(), worker.id(), first)).version();
        assertThat(call(() -> workers.served(tenant.id(), worker.id(), version))).isEmpty();
        WORLD.sql("INSERT INTO worker_status (worker_id) VALUES ('" + worker.id() + "')");

        WORLD.sql(
                "UPDATE worker_status SET serving = %d WHERE worker_id = '%s'"
                        .formatted(first, worker.id()));

        assertThat(call(() -> workers.served(tenant.id(), worker.id(), version))).hasValue(first);
        assertThat(call(() -> workers.served(other.id(), worker.id(), version))).isEmpty();
    }

    @Test
    void theStepOfARolloutIsSeen() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        assertThat(call(() -> workers.rollout(tenant.id(), worker.id())))
                .isEqualTo(SeenRollout.NONE);
        WORLD.sql(
                ("INSERT INTO worker_status (worker_id, step, step_since, rollout, refused) VALUES"
                                + " ('%s', '{\"step\":\"wait\",\"phrase\":\"10 %%\"}',"
                                + " '2026-11-21T10:00:00Z', 2, 2)")
                        .formatted(worker.id()));

        SeenRollout seen = call(() -> workers.rollout(tenant.id(), worker.id()));

        assertThat(seen)
                .isEqualTo(
                        new SeenRollout(
                                2,
                                Optional.of("wait"),
                                "10 %",
                                Instant.parse("2026-11-21T10:00:00Z"),
                                Optional.empty(),
                                true));
        assertThat(call(() -> workers.rollout(other.id(), worker.id())))
                .isEqualTo(SeenRollout.NONE);
    }

    @Test
    void configurationThatIsWantedIsThatOfTheReleaseWhichIsWanted() {
        Worker worker = WORLD.worker(tenant);
        Configuration kept =
                new Configuration(
                        Map.of("BROUGHT", "1"),
                        Map.of("SET", Optional.of("2"), "HIDDEN", Optional.empty()),
                        Map.of("SECRET", "3 ä"));
        assertThat(call(() -> workers.configuration(tenant.id(), worker.id())))
                .isEqualTo(Configuration.NONE);

        long number =
                call(() -> workers.addConfiguration(tenant.id(), worker.id(), kept, World.NOW));
        assertThat(call(() -> workers.configuration(tenant.id(), worker.id()))).isEqualTo(kept);

        deploy(worker, World.version(tenant, worker, IMAGE), Configuration.NONE);
        assertThat(call(() -> workers.configuration(tenant.id(), worker.id())))
                .isEqualTo(Configuration.NONE);
        assertThat(call(() -> workers.configuration(tenant.id(), worker.id(), number)))
                .isEqualTo(kept);
    }

    @Test
    void configurationIsTheTenantsAlone() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        long number =
                call(() -> workers.release(tenant.id(), worker.id(), worker.release().getAsLong()))
                        .config();

        assertThat(call(() -> workers.configuration(other.id(), worker.id())))
                .isEqualTo(Configuration.NONE);
        absent(() -> workers.configuration(other.id(), worker.id(), number));
        absent(
                () ->
                        workers.addConfiguration(
                                other.id(), worker.id(), Configuration.NONE, World.NOW));
    }

    private long deploy(Worker worker, Version version, Configuration configuration) {
        return call(
                () -> {
                    workers.lock(tenant.id(), worker.id());
                    return workers.deploy(
                            tenant.id(), version, configuration, worker.generation() + 1);
                });
    }

    private static Version numbered(Version version, long number) {
        return new Version(
                number,
                version.worker(),
                version.artifact(),
                version.command(),
                version.health(),
                version.port(),
                version.replicas(),
                version.strategy(),
                version.commitSha(),
                version.createdBy(),
                version.createdAt());
    }

    private static void absent(Supplier<?> work) {
        assertThatThrownBy(() -> call(work))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT));
    }

    private static <T> T call(Supplier<T> work) {
        return WORLD.transactions.call(work);
    }
}
