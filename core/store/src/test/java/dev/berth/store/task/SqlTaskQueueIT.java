package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.berth.model.Task;
import dev.berth.model.TaskType;
import dev.berth.model.Worker;
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

class SqlTaskQueueIT {

    private static final World WORLD = new World();
    private static final String ME = "inner-1";
    private static final String OTHER = "inner-2";

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
    void aDeployedWorkerIsClaimedOnce() {
        Worker worker = tasks.deployed();

        List<Claim> mine = queue.claim(ME, Room.of(10));
        List<Claim> others = queue.claim(OTHER, Room.of(10));

        assertThat(others).isEmpty();
        assertThat(mine)
                .containsExactly(
                        new Claim(
                                worker.id(),
                                worker.tenant(),
                                tasks.latest().id(),
                                TaskType.WORKER_DEPLOY,
                                "request-2",
                                1,
                                1,
                                "process"));
        assertThat(tasks.latest().state()).isEqualTo(Task.State.RUNNING);
    }

    @Test
    void noMoreAreClaimedThanAskedFor() {
        tasks.deployed();
        tasks.deployed();

        assertThat(queue.claim(ME, Room.of(0))).isEmpty();
        assertThat(queue.claim(ME, Room.of(1))).hasSize(1);
    }

    @Test
    void aSecondTaskOfAWorkerWaitsForTheFirst() {
        Worker worker = tasks.deployed();
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
        Worker worker = tasks.deployed();
        WORLD.deploy(tenant, worker);
        WORLD.deploy(tenant, worker);
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();

        queue.settle(claim, 3, Optional.of("the image is broken"));

        assertThat(tasks.all())
                .extracting(Task::generation, Task::state, Task::error)
                .containsExactly(
                        tuple(4L, Task.State.PENDING, ""),
                        tuple(3L, Task.State.FAILED, "the image is broken"),
                        tuple(2L, Task.State.FAILED, "the image is broken"));
        assertThat(tasks.all().getLast().finishedAt()).isPresent();
    }

    @Test
    void aTaskBeyondTheGenerationIsDueAgain() {
        tasks.deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();

        queue.settle(claim, 1, Optional.empty());

        assertThat(queue.claim(ME, Room.of(10)))
                .extracting(Claim::task)
                .containsExactly(claim.task());
    }

    @Test
    void againIsDueAfterThePauseAndCountsTriesAnew() {
        tasks.deployed();
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
        tasks.deployed();

        queue.again(queue.claim(ME, Room.of(10)).getFirst(), Duration.ZERO);

        assertThat(queue.claim(ME, Room.of(10))).hasSize(1);
    }

    @Test
    void retryIsDueAfterThePauseAndCountsOn() {
        tasks.deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();

        queue.retry(claim, Duration.ofHours(1), "the registry is away");

        assertThat(queue.claim(ME, Room.of(10))).isEmpty();
        assertThat(tasks.latest().state()).isEqualTo(Task.State.RETRYING);
        assertThat(tasks.latest().error()).isEqualTo("the registry is away");
        WORLD.makeDue();
        assertThat(queue.claim(ME, Room.of(10)))
                .singleElement()
                .extracting(Claim::tries)
                .isEqualTo(2);
        assertThat(tasks.latest().attempts()).isEqualTo(2);
    }

    @Test
    void aNewDeployDoesNotWaitForThePauseOfAnOldOne() {
        Worker worker = tasks.deployed();
        queue.retry(queue.claim(ME, Room.of(10)).getFirst(), Duration.ofHours(1), "away");
        WORLD.deploy(tenant, worker);

        List<Claim> claims = queue.claim(ME, Room.of(10));

        assertThat(claims).singleElement().extracting(Claim::requestId).isEqualTo("request-3");
    }

    @Test
    void tenantsTakeTurns() {
        for (int i = 0; i < 4; i++) {
            tasks.deployed();
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
            tasks.deployed();
        }
        assertThat(queue.claim(ME, Room.of(2))).hasSize(2);
        Tenant late = WORLD.tenant();
        Worker his = WORLD.deploy(late, WORLD.worker(late));

        List<Claim> next = queue.claim(ME, Room.of(1));

        assertThat(next).extracting(Claim::worker).containsExactly(his.id());
    }
}
