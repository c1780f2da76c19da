package dev.berth.work.task;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.work.worker.Facts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LeasesTest {

    private static final ProcessorSettings SETTINGS = Scenes.settings(4, 4, 2);

    private final FakeQueue queue = new FakeQueue();
    private final AtomicLong nanoTime = new AtomicLong();
    private final Leases leases = new Leases(queue, "inner", nanoTime::get);
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch freed = new CountDownLatch(1);

    @AfterEach
    void close() {
        leases.close();
    }

    @Test
    void whatIsHeldIsCountedByRuntime() throws InterruptedException {
        hold();

        assertThat(leases.room(SETTINGS)).isEqualTo(new Room(3, 2, Map.of("process", 1)));
    }

    @Test
    void whateverWorkEndsWithItsLeaseIsLetGo() throws InterruptedException {
        leases.hold(
                Facts.CLAIM,
                () -> {
                    throw new StackOverflowError("of the test");
                },
                freed::countDown);

        assertThat(freed.await(10, SECONDS)).isTrue();
        assertThat(leases.room(SETTINGS).most()).isEqualTo(4);
    }

    @Test
    void whoLostHisLeaseIsInterrupted() throws InterruptedException {
        hold();
        queue.lost = true;

        leases.interrupt(leases.renew());

        assertThat(stopped.await(10, SECONDS)).isTrue();
    }

    @Test
    void leaseThatCouldNotBeRenewedInItsTimeIsLost() throws InterruptedException {
        hold();
        queue.failure = Optional.of(new IllegalStateException("away"));
        nanoTime.addAndGet(TaskQueue.LEASE.toNanos() + 1);

        leases.interrupt(leases.renew());

        assertThat(stopped.await(10, SECONDS)).isTrue();
    }

    @Test
    void leaseThatWasRenewedInTimeOutlivesAShortAbsenceOfTheDatabase() throws InterruptedException {
        hold();
        nanoTime.addAndGet(TaskQueue.LEASE.toNanos());
        leases.renew();
        queue.failure = Optional.of(new IllegalStateException("away"));
        nanoTime.addAndGet(TaskQueue.LEASE.toNanos());

        leases.interrupt(leases.renew());

        assertThat(leases.room(SETTINGS).most()).isEqualTo(3);
        assertThat(stopped.getCount()).isEqualTo(1);
    }

    private void hold() throws InterruptedException {
        leases.hold(Facts.CLAIM, this::untilInterrupted, freed::countDown);
        assertThat(started.await(10, SECONDS)).isTrue();
    }

    private void untilInterrupted() {
        started.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            stopped.countDown();
        }
    }
}
