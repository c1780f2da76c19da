package dev.berth.bench.traffic;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** What the calls of one run came to; each call writes its own place. */
final class Samples {

    private static final long UNANSWERED = 0;
    private static final long FAILED = -1;

    private final AtomicLongArray nanos;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    Samples(int size) {
        this.nanos = new AtomicLongArray(size);
    }

    int size() {
        return nanos.length();
    }

    /** Makes one call, and keeps how long after {@code due} its answer was there. */
    void measure(int number, long due, OpenLoop.Call call) {
        try {
            call.run(number);
            nanos.set(number, Math.max(1, System.nanoTime() - due));
        } catch (Exception failure) {
            nanos.set(number, FAILED);
            failures.merge(String.valueOf(failure), 1, Integer::sum);
        }
    }

    Latencies latencies() {
        long[] all = new long[size()];
        Arrays.setAll(all, nanos::get);
        long unanswered = Arrays.stream(all).filter(value -> value == UNANSWERED).count();
        if (unanswered > 0) {
            failures.put("not answered in time", (int) unanswered);
        }
        return new Latencies(Arrays.stream(all).filter(value -> value > 0).toArray(), failures);
    }
}
