package dev.berth.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How much longer one thing takes than another, by the medians of as many samples of each.
 *
 * @param first the median of the one
 * @param second the median of the other
 * @param low where the difference begins, with a certainty of 95 in 100
 * @param high where it ends
 * @param samples how many there were of each
 */
record MedianDifference(double first, double second, double low, double high, int samples) {

    private static final int RESAMPLES = 2000;
    // as seen in four runs of five, with a certainty of 95 in 100: (1.96 + 0.84) / 1.96
    private static final double SURELY = 1.43;

    /** Takes the interval from what the medians of samples drawn again come to. */
    static MedianDifference of(double[] first, double[] second, RandomGenerator random) {
        double[] differences = new double[RESAMPLES];
        for (int n = 0; n < RESAMPLES; n++) {
            differences[n] = median(drawn(first, random)) - median(drawn(second, random));
        }
        Arrays.sort(differences);
        return new MedianDifference(
                median(first),
                median(second),
                differences[RESAMPLES / 40],
                differences[RESAMPLES - RESAMPLES / 40 - 1],
                first.length);
    }

    double value() {
        return first - second;
    }

    /** Returns whether the samples tell one from the other. */
    boolean tells() {
        return low > 0 || high < 0;
    }

    /** Returns how many of each it takes at least: were the difference at the end of its range. */
    double needed() {
        double half = (high - low) / 2;
        double largest = Math.max(Math.abs(low), Math.abs(high));
        return samples * Math.pow(SURELY * half / largest, 2);
    }

    private static double[] drawn(double[] from, RandomGenerator random) {
        double[] drawn = new double[from.length];
        for (int n = 0; n < drawn.length; n++) {
            drawn[n] = from[random.nextInt(from.length)];
        }
        return drawn;
    }

    private static double median(double... all) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
