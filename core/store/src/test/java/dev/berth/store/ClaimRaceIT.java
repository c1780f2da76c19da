package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.TaskQueue;
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

/** Many claim at once. */
class ClaimRaceIT {

    private static final World WORLD = new World();
    private static final int THREADS = 8;
    private static final int WORKERS = 50;
    private static final int TASKS_EACH = 4;

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
        while (WORLD.number("SELECT count(*) FROM tasks WHERE finished_at IS NULL") > 0) {
            queue.claim(executor, 5).forEach(claim -> run(executor, claim));
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
