package dev.berth.bench;

import java.util.Arrays;
import java.util.Map;

/** How long calls took. */
final class Latencies {

    private final long[] nanos;
    private final Map<String, Integer> failures;

    /**
     * @param nanos of each call that was answered as it should be
     * @param failures how many were not, by the reason
     */
    Latencies(long[] nanos, Map<String, Integer> failures) {
        this.nanos = nanos.clone();
        this.failures = Map.copyOf(failures);
        Arrays.sort(this.nanos);
    }

    /** Returns the time in milliseconds that {@code percent} of the answered calls took at most. */
    double millis(double percent) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(nanos.length * percent / 100);
        return nanos[Math.max(0, rank - 1)] / 1e6;
    }

    int answered() {
        return nanos.length;
    }

    int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<String, Integer> failures() {
        return failures;
    }

    /** Returns the columns that every table of latencies has. */
    Row row(String name) {
        return Row.of("run", name)
                .and("answered", answered())
                .and("failed", failed())
                .and("p50_ms", millis(50))
                .and("p95_ms", millis(95))
                .and("p99_ms", millis(99))
                .and("max_ms", millis(100));
    }
}
