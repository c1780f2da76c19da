package dev.berth.intent.account;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Makes work take a whole number of times of equal length, so that how long it takes does not tell
 * what it finds: bucketing, after Köpf and Dürmuth, "A Provably Secure and Efficient Countermeasure
 * against Timing Attacks" (2009). Helps where the work takes much less than one bucket. Safe for
 * use by several threads.
 */
public final class TimeBuckets {

    private final long size;
    private final LongSupplier nanoTime;
    private final LongConsumer sleep;

    TimeBuckets(Duration size, LongSupplier nanoTime, LongConsumer sleep) {
        this.size = size.toNanos();
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    /** Returns buckets of that size, by the clock of this machine. */
    public static TimeBuckets of(Duration size) {
        return new TimeBuckets(size, System::nanoTime, TimeBuckets::sleep);
    }

    /** Runs {@code work}, then waits for the end of the bucket; not where the work fails. */
    void fill(Runnable work) {
        long begun = nanoTime.getAsLong();
        work.run();
        long took = nanoTime.getAsLong() - begun;
        sleep.accept(size - took % size);
    }

    private static void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
