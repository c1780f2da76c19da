package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.World;
import dev.berth.work.cron.Cron;
import dev.berth.work.cron.CronJob;
import dev.berth.work.cron.CronTable;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A clock that is stopped while a duty is done. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CronStopIT {

    private static final World WORLD = new World();
    private static final Duration DAY = Duration.ofDays(1);
    private static final CronJob JOB = new CronJob.PurgeEvents(DAY);

    private final Queue<Integer> fired = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();

    @BeforeEach
    void empty() {
        WORLD.empty();
        WORLD.sql("DELETE FROM cron_jobs");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void theDutyComesToItsEndAndTheNextStartDoesNotDoItAgain() throws Exception {
        WORLD.inner.cron().fire(JOB, DAY);
        WORLD.sql("UPDATE cron_jobs SET due_at = now()");
        Cron cron = cron();
        try (Connection holder = WORLD.database.superuser().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE");
            cron.start();
            WORLD.untilInnerWaits();

            Thread stop = Thread.ofVirtual().start(cron::close);
            boolean stopped = stop.join(Duration.ofMillis(300));
            holder.rollback();
            stop.join();

            assertThat(stopped).as("stopped in the middle of a duty").isFalse();
            assertThat(fired).hasSize(1);
        }
        int before = looks.get();
        try (Cron next = cron()) {
            next.start();
            Awaitility.await().until(() -> looks.get() > before + 1);
        }

        assertThat(fired).hasSize(1);
        assertThat(WORLD.number("SELECT firings FROM cron_jobs")).isEqualTo(1);
    }

    private Cron cron() {
        CronTable table = WORLD.inner.cron();
        return new Cron(
                (job, every) -> {
                    looks.incrementAndGet();
                    return table.fire(job, every);
                },
                Map.of(JOB, DAY),
                Duration.ofMillis(50),
                (_, rows) -> fired.add(rows));
    }
}
