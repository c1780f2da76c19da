package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.berth.model.Page;
import dev.berth.model.Task;
import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.Room;
import dev.berth.work.TaskQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTaskQueueIT {

    private static final World WORLD = new World();
    private static final String ME = "inner-1";
    private static final String OTHER = "inner-2";

    private final TaskQueue queue = WORLD.inner.queue();
    private final Tenant tenant = WORLD.tenant();

    @BeforeEach
    void empty() {
        WORLD.sql("DELETE FROM tasks");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aDeployedWorkerIsClaimedOnce() {
        Worker worker = deployed();

        List<Claim> mine = queue.claim(ME, Room.of(10));
        List<Claim> others = queue.claim(OTHER, Room.of(10));

        assertThat(others).isEmpty();
        assertThat(mine)
                .containsExactly(
                        new Claim(
                                worker.id(),
                                worker.tenant(),
                                task().id(),
                                TaskType.WORKER_DEPLOY,
                                "request-2",
                                1,
                                1,
                                "process"));
        assertThat(task().state()).isEqualTo(Task.State.RUNNING);
    }

    @Test
    void noMoreAreClaimedThanAskedFor() {
        deployed();
        deployed();

        assertThat(queue.claim(ME, Room.of(0))).isEmpty();
        assertThat(queue.claim(ME, Room.of(1))).hasSize(1);
    }

    @Test
    void aSecondTaskOfAWorkerWaitsForTheFirst() {
        Worker worker = deployed();
        WORLD.deploy(tenant, worker);
        Claim first = queue.claim(ME, Room.of(10)).getFirst();
        assertThat(queue.claim(ME, Room.of(10))).isEmpty();

        queue.settle(first, 2, Optional.empty());

        assertThat(queue.claim(ME, Room.of(10)))
                .singleElement()
                .extracting(Claim::attempt)
                .isEqualTo(2L);
    }

    @Test
    void settlingEndsEveryTaskUpToTheGeneration() {
        Worker worker = deployed();
        WORLD.deploy(tenant, worker);
        WORLD.deploy(tenant, worker);
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();

        queue.settle(claim, 3, Optional.of("the image is broken"));

        assertThat(tasks())
                .extracting(Task::generation, Task::state, Task::error)
                .containsExactly(
                        tuple(4L, Task.State.PENDING, ""),
                        tuple(3L, Task.State.FAILED, "the image is broken"),
                        tuple(2L, Task.State.FAILED, "the image is broken"));
        assertThat(tasks().getLast().finishedAt()).isPresent();
    }

    @Test
    void aTaskBeyondTheGenerationIsDueAgain() {
        deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();

        queue.settle(claim, 1, Optional.empty());

        assertThat(queue.claim(ME, Room.of(10)))
                .extracting(Claim::task)
                .containsExactly(claim.task());
    }

    @Test
    void againIsDueAfterThePauseAndCountsTriesAnew() {
        deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();

        queue.again(claim, Duration.ofHours(1));

        assertThat(queue.claim(ME, Room.of(10))).isEmpty();
        WORLD.makeDue();
        assertThat(queue.claim(ME, Room.of(10)))
                .singleElement()
                .satisfies(
                        next -> {
                            assertThat(next.attempt()).isEqualTo(2);
                            assertThat(next.tries()).isEqualTo(1);
                        });
    }

    @Test
    void aPauseOfNothingIsDueAtOnce() {
        deployed();

        queue.again(queue.claim(ME, Room.of(10)).getFirst(), Duration.ZERO);

        assertThat(queue.claim(ME, Room.of(10))).hasSize(1);
    }

    @Test
    void retryIsDueAfterThePauseAndCountsOn() {
        deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();

        queue.retry(claim, Duration.ofHours(1), "the registry is away");

        assertThat(queue.claim(ME, Room.of(10))).isEmpty();
        assertThat(task().state()).isEqualTo(Task.State.RETRYING);
        assertThat(task().error()).isEqualTo("the registry is away");
        WORLD.makeDue();
        assertThat(queue.claim(ME, Room.of(10)))
                .singleElement()
                .extracting(Claim::tries)
                .isEqualTo(2);
        assertThat(task().attempts()).isEqualTo(2);
    }

    @Test
    void aNewDeployDoesNotWaitForThePauseOfAnOldOne() {
        Worker worker = deployed();
        queue.retry(queue.claim(ME, Room.of(10)).getFirst(), Duration.ofHours(1), "away");
        WORLD.deploy(tenant, worker);

        List<Claim> claims = queue.claim(ME, Room.of(10));

        assertThat(claims).singleElement().extracting(Claim::requestId).isEqualTo("request-3");
    }

    @Test
    void aLeaseThatRanOutIsClaimedByAnother() {
        deployed();
        Claim mine = queue.claim(ME, Room.of(10)).getFirst();
        WORLD.expireLeases();

        Claim others = queue.claim(OTHER, Room.of(10)).getFirst();

        assertThat(others.task()).isEqualTo(mine.task());
        assertThat(others.attempt()).isEqualTo(mine.attempt() + 1);
        assertThat(others.tries()).isEqualTo(2);
        assertThat(queue.renew(ME, List.of(mine))).isEmpty();
        assertThat(queue.renew(OTHER, List.of(others))).containsExactly(others);
        assertThat(WORLD.number("SELECT count(*) FROM task_attempts WHERE outcome = 'lost'"))
                .isEqualTo(1);
    }

    @Test
    void aRenewedLeaseIsKept() {
        deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();
        WORLD.expireLeases();

        assertThat(queue.renew(ME, List.of(claim))).containsExactly(claim);

        assertThat(queue.claim(OTHER, Room.of(10))).isEmpty();
        assertThat(queue.renew(ME, List.of())).isEmpty();
    }

    @Test
    void aLostClaimChangesNothing() {
        deployed();
        Claim lost = queue.claim(ME, Room.of(10)).getFirst();
        WORLD.expireLeases();
        Claim held = queue.claim(OTHER, Room.of(10)).getFirst();

        queue.settle(lost, 2, Optional.empty());
        queue.again(lost, Duration.ZERO);
        queue.retry(lost, Duration.ZERO, "late");

        assertThat(task().state()).isEqualTo(Task.State.RUNNING);
        assertThat(queue.renew(OTHER, List.of(held))).containsExactly(held);
    }

    @Test
    void anExecutorThatStartsAgainFreesItsOwnAlone() {
        deployed();
        Claim mine = queue.claim(ME, Room.of(1)).getFirst();
        deployed();
        Claim others = queue.claim(OTHER, Room.of(1)).getFirst();

        queue.free(ME);

        assertThat(queue.renew(ME, List.of(mine))).isEmpty();
        assertThat(queue.renew(OTHER, List.of(others))).containsExactly(others);
        assertThat(queue.claim(ME, Room.of(10)))
                .singleElement()
                .satisfies(
                        next -> {
                            assertThat(next.worker()).isEqualTo(mine.worker());
                            assertThat(next.attempt()).isGreaterThan(mine.attempt() + 1);
                        });
    }

    @Test
    void tenantsTakeTurns() {
        for (int i = 0; i < 4; i++) {
            deployed();
        }
        Tenant late = WORLD.tenant();
        Worker his = WORLD.deploy(late, WORLD.worker(late));

        List<Claim> first = queue.claim(ME, Room.of(2));
        List<Claim> rest = queue.claim(ME, Room.of(10));

        assertThat(first).extracting(Claim::worker).contains(his.id());
        assertThat(rest).hasSize(3);
    }

    @Test
    void aTenantThatKeepsManyBusyWaitsForOneThatKeepsNone() {
        for (int i = 0; i < 4; i++) {
            deployed();
        }
        assertThat(queue.claim(ME, Room.of(2))).hasSize(2);
        Tenant late = WORLD.tenant();
        Worker his = WORLD.deploy(late, WORLD.worker(late));

        List<Claim> next = queue.claim(ME, Room.of(1));

        assertThat(next).extracting(Claim::worker).containsExactly(his.id());
    }

    @Test
    void reconcilingAddsATaskWhereNoneIsToCome() {
        Worker idle = deployed();
        queue.settle(queue.claim(ME, Room.of(10)).getFirst(), 2, Optional.empty());
        deployed();
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
        assertThat(tasks()).hasSize(2);
    }

    @Test
    void innersOwnTasksLeaveNothingBehind() {
        Worker worker = deployed();
        WORLD.sql("DELETE FROM tasks");
        queue.accept(TaskType.WORKER_RECONCILE, worker.id());

        queue.settle(queue.claim(ME, Room.of(10)).getFirst(), 2, Optional.empty());

        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isZero();
    }

    @Test
    void aTaskIsAcceptedForAWorkerThatExists() {
        Worker worker = WORLD.worker(tenant);

        assertThat(queue.accept(TaskType.WORKER_DEPLOY, worker.id())).contains(task().id());
        assertThat(queue.accept(TaskType.WORKER_DEPLOY, new WorkerId("00000000"))).isEmpty();
        assertThat(queue.claim(ME, Room.of(10)))
                .extracting(Claim::worker)
                .containsExactly(worker.id());
    }

    @Test
    void aWorkerIsLookedAtOnceHoweverOftenThatIsAskedFor() {
        Worker worker = deployed();
        WORLD.sql("DELETE FROM tasks");

        queue.look(worker.id());
        queue.look(worker.id());

        List<Claim> claims = queue.claim(ME, Room.of(10));
        assertThat(claims).extracting(Claim::type).containsExactly(TaskType.WORKER_RECONCILE);
        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isEqualTo(1);
    }

    @Test
    void aLookHurriesWhatWaits() {
        Worker worker = deployed();
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
        Worker worker = deployed();
        queue.retry(queue.claim(ME, Room.of(10)).getFirst(), Duration.ofMinutes(5), "away");

        queue.look(worker.id());

        assertThat(queue.claim(ME, Room.of(10))).isEmpty();
        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isEqualTo(1);
    }

    @Test
    void aLookFollowsTheRunThatMayHaveLookedTooEarly() {
        Worker worker = deployed();
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

    private Worker deployed() {
        return WORLD.deploy(tenant, WORLD.worker(tenant));
    }

    private Task task() {
        return tasks().getFirst();
    }

    private List<Task> tasks() {
        return WORLD.transactions.call(
                () -> WORLD.outer.tasks().list(tenant.id(), Page.FIRST).items());
    }

    @Test
    void aWorkerThatIsSettledIsLookedAtWhenItsTimeHasCome() {
        Worker worker = deployed();
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
        Worker worker = deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();
        WORLD.sql("UPDATE worker_status SET look_at = now() + interval '1 hour'");
        queue.settle(claim, worker.generation(), Optional.empty());

        queue.reconcileAll();

        assertThat(queue.claim(ME, Room.of(100))).extracting(Claim::worker).contains(worker.id());
    }
}
