package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.worker.SeenVersion;
import dev.berth.model.Page;
import dev.berth.model.Task;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.ReleaseState;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.task.Room;
import dev.berth.work.task.TaskQueue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequeueIT {

    private static final World WORLD = new World();
    private static final ReleaseState BROKEN = new ReleaseState.Rejected(List.of("no such image"));

    private final Tenant tenant = WORLD.tenant();
    private final AtomicReference<ReleaseState> state = new AtomicReference<>(BROKEN);
    private final AtomicInteger starts = new AtomicInteger();

    @BeforeEach
    void empty() {
        WORLD.empty();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whatHadFailedIsTriedAgainAndSucceeds() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        try (TestInner inner = inner()) {
            WORLD.untilSettled();
            VersionStatus failed = version(worker);
            state.set(TestPlugins.ready());

            WORLD.requeue(worker);
            inner.wake();
            WORLD.untilSettled();

            assertThat(failed).isEqualTo(error());
            assertThat(version(worker).phase()).isEqualTo(VersionStatus.Phase.SUCCESS);
            assertThat(phase(worker)).isEqualTo(WorkerStatus.Phase.ACTIVE);
            assertThat(newest().state()).isEqualTo(Task.State.SUCCEEDED);
        }
    }

    @Test
    void whatFailsAgainIsTriedOnce() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        try (TestInner inner = inner()) {
            WORLD.untilSettled();
            int before = starts.get();

            WORLD.requeue(worker);
            inner.wake();
            WORLD.untilSettled();

            assertThat(starts.get()).isEqualTo(2 * before).isPositive();
            assertThat(version(worker)).isEqualTo(error());
            assertThat(newest().state()).isEqualTo(Task.State.FAILED);
            assertThat(newest().error()).isEqualTo("no such image");
        }
    }

    @Test
    void aRunThatBeganBeforeDoesNotSettleIt() {
        TaskQueue queue = WORLD.inner.queue();
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim before = queue.claim("inner-1", Room.of(1)).getFirst();
        Worker requeued = WORLD.requeue(worker);

        queue.settle(before, requeued.generation(), Optional.of("broken"));

        assertThat(newest().state()).isEqualTo(Task.State.PENDING);
        assertThat(queue.claim("inner-1", Room.of(1))).hasSize(1);
    }

    private TestInner inner() {
        return TestInner.start(
                "inner-1",
                WORLD.database.inner(),
                _ -> {
                    starts.incrementAndGet();
                    return state.get();
                });
    }

    private static VersionStatus error() {
        return new VersionStatus(VersionStatus.Phase.ERROR, "no such image");
    }

    private VersionStatus version(Worker worker) {
        return WORLD.transactions.call(
                () ->
                        WORLD.outer
                                .workers()
                                .versions(tenant.id(), worker.id(), Page.FIRST)
                                .map(SeenVersion::status)
                                .items()
                                .getFirst());
    }

    private WorkerStatus.Phase phase(Worker worker) {
        return WORLD.transactions
                .call(() -> WORLD.outer.workers().status(tenant.id(), worker.id()))
                .phase();
    }

    private Task newest() {
        return WORLD.transactions.call(
                () -> WORLD.outer.tasks().list(tenant.id(), Page.FIRST).items().getFirst());
    }
}
