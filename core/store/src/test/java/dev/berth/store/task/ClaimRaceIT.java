package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.store.sql.Sql;
import dev.berth.work.Claim;
import dev.berth.work.task.Room;
import dev.berth.work.task.TaskQueue;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many claim at once. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClaimRaceIT {

    private static final World WORLD = new World();
    private static final int THREADS = 8;
    private static final int WORKERS = 50;
    private static final int TASKS_EACH = 4;
    private static final Object[] NOTHING = {};

    private final TaskQueue queue = WORLD.inner.queue();
    private final Queue<Claim> claimed = new ConcurrentLinkedQueue<>();
    private final Map<WorkerId, String> busy = new ConcurrentHashMap<>();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void noTaskIsClaimedTwiceAndNoWorkerByTwoAtOnce() throws Exception {
        Tenant tenant = WORLD.tenant();
        for (int i = 0; i < WORKERS; i++) {
            addTasks(WORLD.worker(tenant));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String executor = "inner-" + i;
                running.add(threads.submit(() -> work(executor)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertThat(claimed).extracting(Claim::task).doesNotHaveDuplicates();
        assertThat(claimed).hasSize(WORKERS * TASKS_EACH);
        assertThat(WORLD.number("SELECT count(*) FROM tasks WHERE state = 'succeeded'"))
                .isEqualTo(WORKERS * TASKS_EACH);
        assertThat(WORLD.number("SELECT count(*) FROM task_attempts WHERE outcome = 'settled'"))
                .isEqualTo(WORKERS * TASKS_EACH);
        WORLD.sql("DELETE FROM tasks");
    }

    @Test
    void whatAnotherIsClaimingIsSkippedAndNotWaitedFor() throws Exception {
        Tenant tenant = WORLD.tenant();
        Worker contended = WORLD.deploy(tenant, WORLD.worker(tenant));
        Worker free = WORLD.deploy(tenant, WORLD.worker(tenant));
        try (Connection other = WORLD.database.inner().getConnection()) {
            other.setAutoCommit(false);
            new Sql(other)
                    .query(
                            TaskStatements.CLAIM,
                            row -> row.getString(1),
                            none("text"),
                            none("int"),
                            1,
                            1,
                            "other",
                            30,
                            "other");

            List<Claim> mine = queue.claim("me", Room.of(10));
            other.rollback();
            List<Claim> afterwards = queue.claim("me", Room.of(10));

            assertThat(mine).extracting(Claim::worker).containsExactly(free.id());
            assertThat(afterwards).extracting(Claim::worker).containsExactly(contended.id());
        } finally {
            WORLD.sql("DELETE FROM tasks");
        }
    }

    private static Sql.Bound none(String type) {
        return (statement, index) ->
                statement.setArray(index, statement.getConnection().createArrayOf(type, NOTHING));
    }

    private static void addTasks(Worker worker) {
        WORLD.transactions.run(
                () -> {
                    for (int generation = 1; generation <= TASKS_EACH; generation++) {
                        WORLD.outer
                                .tasks()
                                .add(World.task(TaskType.WORKER_DEPLOY, worker, generation));
                    }
                });
    }

    private void work(String executor) {
        while (claimed.size() < WORKERS * TASKS_EACH) {
            queue.claim(executor, Room.of(5)).forEach(claim -> run(executor, claim));
        }
    }

    private void run(String executor, Claim claim) {
        claimed.add(claim);
        assertThat(busy.put(claim.worker(), executor)).as("who else has it").isNull();
        busy.remove(claim.worker());
        long generation = Long.parseLong(claim.requestId().substring("request-".length()));
        queue.settle(claim, generation, Optional.empty());
    }
}
