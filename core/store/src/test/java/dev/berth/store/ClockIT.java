package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.cron.CronJob;
import dev.berth.work.cron.CronTable;
import dev.berth.work.task.Room;
import dev.berth.work.task.TaskQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Leases and duties go by the clock of the database, whatever the JVM's says. */
class ClockIT {

    private static final World WORLD = new World();
    private static final DatabaseClock CLOCK = new DatabaseClock(WORLD);
    private static final Room MUCH = Room.of(10);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final CronJob JOB = new CronJob.PurgeTasks(Duration.ofDays(7));

    private final TaskQueue queue = WORLD.inner.queue();
    private final CronTable cron = WORLD.inner.cron();
    private final Tenant tenant = WORLD.tenant();

    @BeforeEach
    void empty() {
        WORLD.empty();
        WORLD.sql("DELETE FROM cron_jobs");
        CLOCK.move(Duration.ZERO);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aLeaseIsKeptForItsTimeByTheDatabasesClock() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        CLOCK.move(HOUR);
        Claim mine = queue.claim("inner-1", MUCH).getFirst();

        CLOCK.move(HOUR.plus(TaskQueue.LEASE).minusSeconds(3));
        List<Claim> early = queue.claim("inner-2", MUCH);
        CLOCK.move(HOUR.plus(TaskQueue.LEASE).plusSeconds(1));
        List<Claim> late = queue.claim("inner-2", MUCH);

        assertThat(early).isEmpty();
        assertThat(late).extracting(Claim::task).containsExactly(mine.task());
        assertThat(queue.renew("inner-1", List.of(mine))).isEmpty();
    }

    @Test
    void aPauseEndsByTheDatabasesClock() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        CLOCK.move(HOUR);
        queue.again(queue.claim("inner-1", MUCH).getFirst(), HOUR);

        CLOCK.move(HOUR.multipliedBy(2).minusSeconds(3));
        List<Claim> early = queue.claim("inner-1", MUCH);
        CLOCK.move(HOUR.multipliedBy(2).plusSeconds(1));

        assertThat(early).isEmpty();
        assertThat(queue.claim("inner-1", MUCH)).hasSize(1);
    }

    static List<CronJob> duties() {
        return List.of(JOB, new CronJob.UserAudit());
    }

    @ParameterizedTest
    @MethodSource("duties")
    void aDutyIsDoneOnceInItsTimeByManyInners(CronJob duty) throws Exception {
        cron.fire(duty, DAY);
        CLOCK.move(DAY.plusSeconds(1));

        int firings = firingsOfMany(duty);
        int more = firingsOfMany(duty);

        assertThat(firings).isEqualTo(1);
        assertThat(more).isZero();
        assertThat(WORLD.number("SELECT firings FROM cron_jobs")).isEqualTo(1);
    }

    @Test
    void aDutyIsFirstDueAfterItsTime() {
        assertThat(cron.fire(JOB, DAY)).isEmpty();
        CLOCK.move(DAY.minusSeconds(3));

        assertThat(cron.fire(JOB, DAY)).isEmpty();
    }

    @Test
    void whatWasMissedWhileNoInnerRanIsDoneOnce() {
        cron.fire(JOB, DAY);
        CLOCK.move(DAY.multipliedBy(10));

        List<Boolean> done =
                Stream.generate(() -> cron.fire(JOB, DAY).isPresent()).limit(5).toList();

        assertThat(done).containsExactly(true, false, false, false, false);
    }

    @Test
    void aDutyThatFailsIsDueStill() {
        cron.fire(JOB, DAY);
        CLOCK.move(DAY.plusSeconds(1));
        WORLD.sql("ALTER TABLE tasks RENAME COLUMN finished_at TO ended");
        try {
            assertThat(fails()).isTrue();
        } finally {
            WORLD.sql("ALTER TABLE tasks RENAME COLUMN ended TO finished_at");
        }

        assertThat(cron.fire(JOB, DAY)).isPresent();
    }

    @Test
    void whatEndedLongAgoIsRemovedAndNothingElse() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim ended = queue.claim("inner-1", MUCH).getFirst();
        queue.settle(ended, 2, Optional.empty());
        WORLD.deploy(tenant, WORLD.worker(tenant));
        cron.fire(JOB, DAY);
        CLOCK.move(Duration.ofDays(7).plusSeconds(1));

        OptionalInt removed = cron.fire(JOB, DAY);

        assertThat(removed).hasValue(1);
        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isEqualTo(1);
        assertThat(WORLD.number("SELECT count(*) FROM task_attempts")).isZero();
    }

    @Test
    void eventsThatNobodyTookAreRemovedAtLastButNotThoseOfFailedTasks() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        queue.settle(queue.claim("inner-1", MUCH).getFirst(), 2, Optional.of("broken"));
        CronJob purge = new CronJob.PurgeEvents(Duration.ofDays(7));
        cron.fire(purge, DAY);
        CLOCK.move(Duration.ofDays(7).plusSeconds(1));

        OptionalInt removed = cron.fire(purge, DAY);

        assertThat(removed).hasValue(3);
        assertThat(WORLD.number("SELECT count(*) FROM outbox WHERE topic = 'berth.tasks.dlq'"))
                .isEqualTo(1);
    }

    private boolean fails() {
        try {
            cron.fire(JOB, DAY);
            return false;
        } catch (RuntimeException failure) {
            return true;
        }
    }

    private static int firingsOfMany(CronJob duty) throws Exception {
        Callable<OptionalInt> inner = () -> WORLD.inner.cron().fire(duty, DAY);
        int firings = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<OptionalInt> one :
                    threads.invokeAll(Stream.generate(() -> inner).limit(12).toList())) {
                firings += one.get().isPresent() ? 1 : 0;
            }
        }
        return firings;
    }
}
