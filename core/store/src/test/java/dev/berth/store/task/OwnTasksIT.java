package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.task.Room;
import dev.berth.work.task.TaskQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that Inner adds of its own accord: looks at a worker, and at every one. */
class OwnTasksIT {

    private static final World WORLD = new World();
    private static final String ME = "inner-1";

    private final TaskQueue queue = WORLD.inner.queue();
    private final Tenant tenant = WORLD.tenant();
    private final TenantTasks tasks = new TenantTasks(WORLD, tenant);

    @BeforeEach
    void empty() {
        WORLD.sql("DELETE FROM tasks");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void reconcilingAddsATaskWhereNoneIsToCome() {
        Worker idle = tasks.deployed();
        queue.settle(queue.claim(ME, Room.of(10)).getFirst(), 2, Optional.empty());
        tasks.deployed();
        WORLD.worker(tenant);
        WORLD.sql("DELETE FROM workers WHERE deleted");

        queue.reconcileAll();
        queue.reconcileAll();

        List<Claim> claims =
                queue.claim(ME, Room.of(100)).stream()
                        .filter(claim -> claim.type() == TaskType.WORKER_RECONCILE)
                        .filter(claim -> claim.worker().equals(idle.id()))
                        .toList();
        assertThat(claims).hasSize(1);
        assertThat(
                        WORLD.number(
                                "SELECT max(n) FROM (SELECT count(*) AS n FROM tasks WHERE state <>"
                                        + " 'succeeded' GROUP BY worker_id) AS counts"))
                .isEqualTo(1);
        assertThat(tasks.all()).hasSize(2);
    }

    @Test
    void innersOwnTasksLeaveNothingBehind() {
        Worker worker = tasks.deployed();
        WORLD.sql("DELETE FROM tasks");
        queue.accept(TaskType.WORKER_RECONCILE, worker.id());

        queue.settle(queue.claim(ME, Room.of(10)).getFirst(), 2, Optional.empty());

        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isZero();
    }

    @Test
    void aTaskIsAcceptedForAWorkerThatExists() {
        Worker worker = WORLD.worker(tenant);

        assertThat(queue.accept(TaskType.WORKER_DEPLOY, worker.id())).contains(tasks.latest().id());
        assertThat(queue.accept(TaskType.WORKER_DEPLOY, new WorkerId("00000000"))).isEmpty();
        assertThat(queue.claim(ME, Room.of(10)))
                .extracting(Claim::worker)
                .containsExactly(worker.id());
    }

    @Test
    void aWorkerIsLookedAtOnceHoweverOftenThatIsAskedFor() {
        Worker worker = tasks.deployed();
        WORLD.sql("DELETE FROM tasks");

        queue.look(worker.id());
        queue.look(worker.id());

        List<Claim> claims = queue.claim(ME, Room.of(10));
        assertThat(claims).extracting(Claim::type).containsExactly(TaskType.WORKER_RECONCILE);
        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isEqualTo(1);
    }

    @Test
    void aLookHurriesWhatWaits() {
        Worker worker = tasks.deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();
        queue.again(claim, Duration.ofMinutes(5));
        assertThat(queue.claim(ME, Room.of(10))).isEmpty();

        queue.look(worker.id());

        assertThat(queue.claim(ME, Room.of(10)))
                .extracting(Claim::task)
                .containsExactly(claim.task());
        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isEqualTo(1);
    }

    @Test
    void aLookLeavesAPauseAfterAFailureAlone() {
        Worker worker = tasks.deployed();
        queue.retry(queue.claim(ME, Room.of(10)).getFirst(), Duration.ofMinutes(5), "away");

        queue.look(worker.id());

        assertThat(queue.claim(ME, Room.of(10))).isEmpty();
        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isEqualTo(1);
    }

    @Test
    void aLookFollowsTheRunThatMayHaveLookedTooEarly() {
        Worker worker = tasks.deployed();
        Claim running = queue.claim(ME, Room.of(10)).getFirst();

        queue.look(worker.id());
        queue.look(worker.id());
        queue.again(running, Duration.ofMinutes(5));

        assertThat(queue.claim(ME, Room.of(10)))
                .extracting(Claim::type)
                .containsExactly(TaskType.WORKER_RECONCILE);
    }

    @Test
    void aWorkerThatIsNotThereOrNotDeployedIsNotLookedAt() {
        Worker idle = WORLD.worker(tenant);

        queue.look(idle.id());
        queue.look(new WorkerId("00000000"));

        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isZero();
    }

    @Test
    void aWorkerThatIsSettledIsLookedAtWhenItsTimeHasCome() {
        Worker worker = tasks.deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();
        WORLD.sql("UPDATE worker_status SET look_at = now() + interval '1 hour'");

        queue.settle(claim, worker.generation(), Optional.empty());

        assertThat(queue.claim(ME, Room.of(10))).isEmpty();
        WORLD.makeDue();
        assertThat(queue.claim(ME, Room.of(10)))
                .extracting(Claim::type)
                .containsExactly(TaskType.WORKER_RECONCILE);
    }

    @Test
    void lookAtEveryWorkerIncludesOneThatIsToBeLookedAtLater() {
        Worker worker = tasks.deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();
        WORLD.sql("UPDATE worker_status SET look_at = now() + interval '1 hour'");
        queue.settle(claim, worker.generation(), Optional.empty());

        queue.reconcileAll();

        assertThat(queue.claim(ME, Room.of(100))).extracting(Claim::worker).contains(worker.id());
    }
}
