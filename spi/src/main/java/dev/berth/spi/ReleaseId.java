package dev.berth.spi;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a release: a version of a worker with a revision of its configuration.
 *
 * @param worker the worker's id, 8 lower-case hexadecimal digits
 * @param number the release's number, from 1, unique within this Berth
 */
public record ReleaseId(String worker, long number) implements Comparable<ReleaseId> {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{8})-([1-9][0-9]{0,17})");

    public ReleaseId {
        if (!worker.matches("[0-9a-f]{8}") || number < 1) {
            throw new IllegalArgumentException(
                    "a release is named by 8 hexadecimal digits and a positive number, not '"
                            + worker
                            + "' and "
                            + number);
        }
    }

    /** Returns the release that {@link #toString} wrote as {@code text}. */
    public static ReleaseId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' does not name a release");
        }
        return new ReleaseId(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    @Override
    public int compareTo(ReleaseId other) {
        return Comparator.comparing(ReleaseId::worker)
                .thenComparingLong(ReleaseId::number)
                .compare(this, other);
    }

    /** Returns {@code <worker>-<number>}, fit for a file's or a container's name. */
    @Override
    public String toString() {
        return worker + "-" + number;
    }
}
