package dev.berth.store.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.worker.SeenWorker;
import dev.berth.intent.worker.WorkerStore;
import dev.berth.model.Artifact;
import dev.berth.model.Configuration;
import dev.berth.model.Page;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.Verdict;
import dev.berth.model.Version;
import dev.berth.model.Worker;
import dev.berth.model.WorkerSettings;
import dev.berth.model.WorkerStatus;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
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
