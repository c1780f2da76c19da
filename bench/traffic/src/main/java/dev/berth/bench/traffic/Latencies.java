package dev.berth.bench.traffic;

import java.util.Arrays;
import java.util.Map;

/** How long calls took. */
public final class Latencies {

    private final long[] nanos;
    private final Map<String, Integer> failures;

    /**
     * Creates them.
     *
     * @param nanos of each call that was answered as it should be
     * @param failures how many were not, by the reason
     */
    public Latencies(long[] nanos, Map<String, Integer> failures) {
        this.nanos = nanos.clone();
        this.failures = Map.copyOf(failures);
        Arrays.sort(this.nanos);
    }

    /** Returns the time in milliseconds that {@code percent} of the answered calls took at most. */
    public double millis(double percent) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(nanos.length * percent / 100);
        return nanos[Math.max(0, rank - 1)] / 1e6;
    }

    /** Returns how many calls were answered as they should be. */
    public int answered() {
        return nanos.length;
    }

    /** Returns how many were not. */
    public int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how many were not, by the reason. */
    public Map<String, Integer> failures() {
        return failures;
    }
}
