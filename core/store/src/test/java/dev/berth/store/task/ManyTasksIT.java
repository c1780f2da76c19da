package dev.berth.store.task;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.task.Room;
import dev.berth.work.task.TaskQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Claims while the statistics of the database say that there is nothing to claim. */
class ManyTasksIT {

    private static final World WORLD = new World();
    private static final String FINISHED =
            """
            INSERT INTO tasks (id, type, tenant_id, worker_id, generation, request_id, created_at,
                state, finished_at)
            SELECT gen_random_uuid(), 'worker.deploy', tenant_id, id, 1, '', now(), 'succeeded',
                now()
            FROM workers, generate_series(1, 5)
            """;

    private final TaskQueue queue = WORLD.inner.queue();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    @Timeout(value = 20, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void tenThousandWorkersAreClaimedWithoutALongPlan() {
        addWorkers(WORLD.tenant());
        WORLD.sql(FINISHED);
        WORLD.sql("ANALYZE");
        queue.reconcileAll();

        int claimed = 0;
        for (int i = 0; i < 4; i++) {
            claimed += queue.claim("inner-1", Room.of(256)).size();
        }

        assertThat(claimed).isEqualTo(4 * 256);
    }

    private static void addWorkers(Tenant tenant) {
        WORLD.sql(
                """
                INSERT INTO workers
                SELECT lpad(to_hex(i), 8, '0'), '%s', '%s', 'w' || i, '1', '1Gi', '1Gi', 0, 1, '',
                    'recreate', 'process', NULL, 1, true, '%s', now()
                FROM generate_series(1, 10000) AS i
                """
                        .formatted(tenant.id(), tenant.project(), tenant.user()));
    }
}
