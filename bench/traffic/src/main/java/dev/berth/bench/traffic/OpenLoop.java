package dev.berth.bench.traffic;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at a constant rate, whether or not earlier calls have been answered, and measures each from
 * the moment when it was due: one that has to wait, for the server or for this machine, has its
 * waiting counted (no coordinated omission).
 *
 * @param perSecond how many calls are due in a second
 * @param duration for how long
 */
public record OpenLoop(double perSecond, Duration duration) {

    private static final Duration LAST_ANSWER = Duration.ofSeconds(30);

    /** One call: returns when it has been answered as it should be, and throws otherwise. */
    @FunctionalInterface
    public interface Call {
        /** Makes the call {@code number}, from 0. */
        void run(int number) throws Exception;
    }

    /** Returns how many calls there will be. */
    public int calls() {
        return (int) Math.round(perSecond * duration.toNanos() / 1e9);
    }

    /** Runs to the end, and waits at most half a minute for the last answers. */
    public Latencies run(Call call) {
        return run(call, task -> Thread.ofVirtual().start(task));
    }

    Latencies run(Call call, Executor executor) {
        Samples samples = new Samples(calls());
        Phaser open = new Phaser(1);
        long begun = System.nanoTime();
        for (int number = 0; number < samples.size(); number++) {
            int current = number;
            long due = begun + Math.round(number * 1e9 / perSecond);
            await(due);
            open.register();
            executor.execute(
                    () -> {
                        samples.measure(current, due, call);
                        open.arriveAndDeregister();
                    });
        }
        awaitLast(open);
        return samples.latencies();
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new CancellationException("interrupted");
            }
        }
    }

    private static void awaitLast(Phaser open) {
        int phase = open.arrive();
        try {
            open.awaitAdvanceInterruptibly(phase, LAST_ANSWER.toMillis(), MILLISECONDS);
        } catch (TimeoutException _) {
            // what has not been answered by now has failed, and is counted so
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
