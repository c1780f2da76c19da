package dev.berth.edge;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Knows the median of the durations recorded over about the last minute, to within an eighth.
 * Recording allocates nothing; a record that meets the turn of a slot may be lost.
 */
final class LatencyWindow {

    private static final long SLOT_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int SLOTS = 4;
    private static final int BUCKETS = 112;

    private final AtomicLongArray turns = new AtomicLongArray(SLOTS);
    private final AtomicIntegerArray counts = new AtomicIntegerArray(SLOTS * BUCKETS);

    void record(long nanos, long now) {
        counts.incrementAndGet(slotAt(now) * BUCKETS + bucket(nanos / 1_000));
    }

    Duration median(long now) {
        long[] sums = new long[BUCKETS];
        long total = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (now / SLOT_NANOS - turns.get(slot) < SLOTS) {
                total += add(slot, sums);
            }
        }
        return total == 0 ? Duration.ZERO : middle(sums, total);
    }

    private int slotAt(long now) {
        long turn = now / SLOT_NANOS;
        int slot = Math.floorMod(turn, SLOTS);
        long before = turns.get(slot);
        if (before != turn && turns.compareAndSet(slot, before, turn)) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                counts.set(slot * BUCKETS + bucket, 0);
            }
        }
        return slot;
    }

    private long add(int slot, long[] sums) {
        long total = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int count = counts.get(slot * BUCKETS + bucket);
            sums[bucket] += count;
            total += count;
        }
        return total;
    }

    private static Duration middle(long[] sums, long total) {
        long left = (total + 1) / 2;
        int bucket = -1;
        while (left > 0) {
            bucket++;
            left -= sums[bucket];
        }
        return Duration.of((floor(bucket) + floor(bucket + 1)) / 2, ChronoUnit.MICROS);
    }

    /** Four buckets to each power of two; below 4 microseconds one for each. */
    private static int bucket(long micros) {
        if (micros < 4) {
            return (int) Math.max(micros, 0);
        }
        int exponent = 63 - Long.numberOfLeadingZeros(micros);
        int quarter = (int) (micros >> (exponent - 2)) & 3;
        return Math.min((exponent - 1) * 4 + quarter, BUCKETS - 1);
    }

    private static long floor(int bucket) {
        if (bucket < 4) {
            return bucket;
        }
        int exponent = bucket / 4 + 1;
        return (4L + bucket % 4) << (exponent - 2);
    }
}
