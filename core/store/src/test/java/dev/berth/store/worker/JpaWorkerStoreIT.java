package dev.berth.store.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.worker.Release;
import dev.berth.intent.worker.SeenRollout;
import dev.berth.intent.worker.SeenVersion;
import dev.berth.intent.worker.SeenWorker;
import dev.berth.intent.worker.WorkerStore;
import dev.berth.model.Artifact;
import dev.berth.model.Configuration;
import dev.berth.model.Page;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.Verdict;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerSettings;
import dev.berth.model.WorkerStatus;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JpaWorkerStoreIT {

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
    void aWorkerIsFoundByItsTenantAlone() {
        Worker worker = WORLD.worker(tenant);

        assertThat(call(() -> workers.find(tenant.id(), worker.id()))).contains(worker);
        assertThat(call(() -> workers.lock(tenant.id(), worker.id()))).contains(worker);
        assertThat(call(() -> workers.find(other.id(), worker.id()))).isEmpty();
        assertThat(call(() -> workers.lock(other.id(), worker.id()))).isEmpty();
    }

    @Test
    void whatIsWantedAgainIsAnotherRollout() {
        Worker first = WORLD.deploy(tenant, WORLD.worker(tenant));
        Worker second = WORLD.deploy(tenant, first);
        long release = first.release().orElseThrow();

        run(() -> workers.want(tenant.id(), first.id(), release, second.generation() + 1));

        Worker now = call(() -> workers.find(tenant.id(), first.id())).orElseThrow();
        assertThat(now.release()).isEqualTo(first.release());
        assertThat(now.rollout()).isEqualTo(second.generation() + 1);
    }

    @Test
    void aVerdictIsWrittenDownForARelease() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Verdict verdict =
                new Verdict(
                        Verdict.Kind.PROMOTE,
                        worker.release().orElseThrow(),
                        worker.generation() + 1);

        run(() -> workers.say(tenant.id(), worker.id(), verdict));

        Worker now = call(() -> workers.find(tenant.id(), worker.id())).orElseThrow();
        assertThat(now.verdict()).contains(verdict);
        assertThat(now.rollout()).isEqualTo(worker.rollout());
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
    void aNameIsUniqueInItsProjectUntilItsWorkerIsDeleted() {
        Worker first = World.unsaved(tenant, "web");
        run(() -> workers.add(first, tenant.user()));

        assertThatThrownBy(
                        () -> run(() -> workers.add(World.unsaved(tenant, "web"), tenant.user())))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));

        run(() -> workers.markDeleted(tenant.id(), first.id(), 2));
        run(() -> workers.add(World.unsaved(tenant, "web"), tenant.user()));
        run(() -> workers.add(World.unsaved(other, "web"), other.user()));
    }

    @Test
    void ofManyWhoWantANameOneGetsIt() throws Exception {
        Callable<Boolean> adding =
                () -> {
                    try {
                        run(() -> workers.add(World.unsaved(tenant, "many"), tenant.user()));
                        return true;
                    } catch (Refusal refusal) {
                        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                        return false;
                    }
                };

        int added = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var result :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> adding).toList())) {
                added += result.get() ? 1 : 0;
            }
        }

        assertThat(added).isEqualTo(1);
    }

    @Test
    void workersAreListedOldestFirstByPages() {
        Worker first = WORLD.worker(tenant);
        Worker second = WORLD.worker(tenant);
        WORLD.worker(other);

        var all = call(() -> workers.list(tenant.id(), Page.FIRST));
        var rest = call(() -> workers.list(tenant.id(), tenant.project(), new Page(1, 1)));
        var none =
                call(() -> workers.list(tenant.id(), new ProjectId(UUID.randomUUID()), Page.FIRST));

        assertThat(all.total()).isEqualTo(2);
        assertThat(all.items())
                .containsExactlyInAnyOrder(
                        new SeenWorker(first, WorkerStatus.NONE),
                        new SeenWorker(second, WorkerStatus.NONE));
        assertThat(rest.items()).containsExactly(all.items().get(1));
        assertThat(rest.total()).isEqualTo(2);
        assertThat(none.items()).isEmpty();
        assertThat(call(() -> workers.list(tenant.id(), other.project(), Page.FIRST)).items())
                .isEmpty();
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
    void changeOfSettingsAndReleaseIsOneGeneration() {
        Worker before = WORLD.deploy(tenant, WORLD.worker(tenant));
        Worker after =
                changed(
                        before,
                        new WorkerSettings("250m", "1Gi", "3Gi", 1, 4, "eu", "rolling", "process"));

        run(
                () -> {
                    workers.lock(tenant.id(), before.id());
                    workers.change(after);
                });

        assertThat(call(() -> workers.find(tenant.id(), before.id()))).contains(after);
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
    void nobodyAddsToTheWorkerOfAnother() {
        Worker worker = WORLD.worker(tenant);
        Version version = World.version(other, worker, IMAGE);

        absent(() -> workers.deploy(other.id(), version, Configuration.NONE, 2));
        absent(() -> workers.addRelease(other.id(), worker.id(), 1, 1, World.NOW));
        absent(
                () -> {
                    workers.want(other.id(), worker.id(), 1, 2);
                    return true;
                });
        absent(
                () -> {
                    workers.markDeleted(other.id(), worker.id(), 2);
                    return true;
                });
    }

    @Test
    void whatIsWantedIsSeenInTheSameTransaction() {
        Worker worker = WORLD.worker(tenant);

        Worker seen =
                call(
                        () -> {
                            workers.lock(tenant.id(), worker.id());
                            workers.markDeleted(tenant.id(), worker.id(), 2);
                            return workers.find(tenant.id(), worker.id()).orElseThrow();
                        });

        assertThat(seen.deleted()).isTrue();
        assertThat(seen.generation()).isEqualTo(2);
    }

    @Test
    void theStatusOfNothingDoneIsNone() {
        Worker worker = WORLD.worker(tenant);

        assertThat(call(() -> workers.status(tenant.id(), worker.id())))
                .isEqualTo(WorkerStatus.NONE);
    }

    private long deploy(Worker worker, Version version, Configuration configuration) {
        return call(
                () -> {
                    workers.lock(tenant.id(), worker.id());
                    return workers.deploy(
                            tenant.id(), version, configuration, worker.generation() + 1);
                });
    }

    private static Worker changed(Worker old, WorkerSettings settings) {
        return new Worker(
                old.id(),
                old.tenant(),
                old.project(),
                old.name(),
                settings,
                old.release(),
                old.generation() + 1,
                old.verdict(),
                old.generation() + 1,
                old.deleted(),
                old.createdAt());
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

    private static void run(Runnable work) {
        WORLD.transactions.run(work);
    }
}
