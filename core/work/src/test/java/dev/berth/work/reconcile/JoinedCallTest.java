package dev.berth.work.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JoinedCallTest {

    private final JoinedCall<Integer> joined = new JoinedCall<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void whoAsksWhileACallIsMadeSharesTheNext() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Future<Integer>> others = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> joined.get(() -> held(begun, goOn)));
            begun.await();
            List<Thread> asking = new ArrayList<>();
            for (int number = 0; number < 10; number++) {
                others.add(threads.submit(() -> asked(asking)));
            }
            untilWaiting(asking, 10);

            goOn.countDown();

            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> other : others) {
                assertThat(other.get()).isEqualTo(2);
            }
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void oneAfterTheOtherMakesACallEach() throws InterruptedException {
        assertThat(joined.get(calls::incrementAndGet)).isEqualTo(1);
        assertThat(joined.get(calls::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void restsForAsLongAsTheCallTook() throws InterruptedException {
        JoinedCall<Long> timed = new JoinedCall<>();
        AtomicLong begun = new AtomicLong();
        long ended =
                timed.get(
                        () -> {
                            begun.set(System.nanoTime());
                            return untilLater(begun.get() + 20_000_000);
                        });

        long next = timed.get(System::nanoTime);

        assertThat(next - ended)
                .isGreaterThanOrEqualTo(
                        Math.min(ended - begun.get(), JoinedCall.LONGEST_REST.toNanos()));
    }

    @Test
    void failureIsForWhoMadeTheCallAlone() throws InterruptedException {
        Supplier<Integer> failing =
                () -> {
                    throw new IllegalStateException("away");
                };

        assertThatThrownBy(() -> joined.get(failing)).hasMessage("away");

        assertThat(joined.get(calls::incrementAndGet)).isEqualTo(1);
    }

    private Integer held(CountDownLatch begun, CountDownLatch goOn) {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        return calls.incrementAndGet();
    }

    private Integer asked(List<Thread> asking) throws InterruptedException {
        synchronized (asking) {
            asking.add(Thread.currentThread());
        }
        return joined.get(calls::incrementAndGet);
    }

    private static long untilLater(long moment) {
        while (System.nanoTime() - moment < 0) {
            Thread.onSpinWait();
        }
        return System.nanoTime();
    }

    private static void untilWaiting(List<Thread> asking, int count) {
        while (waiting(asking) < count) {
            Thread.onSpinWait();
        }
    }

    private static long waiting(List<Thread> asking) {
        synchronized (asking) {
            return asking.stream()
                    .filter(thread -> thread.getState() == Thread.State.WAITING)
                    .count();
        }
    }
}
