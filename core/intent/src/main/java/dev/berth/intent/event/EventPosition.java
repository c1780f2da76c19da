package dev.berth.intent.event;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the order of all events: by transaction, then by number. Numbers alone are given out
 * before their transactions commit, and a lower one may become visible later than a higher.
 *
 * @param transaction the transaction
 * @param number the event's number; 0 for before all of that transaction
 */
public record EventPosition(long transaction, long number) implements Comparable<EventPosition> {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

    private static final Comparator<EventPosition> ORDER =
            Comparator.comparingLong(EventPosition::transaction)
                    .thenComparingLong(EventPosition::number);

    /** Returns the position that {@link #toString} wrote; empty for other text. */
    public static Optional<EventPosition> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new EventPosition(
                                Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Returns whether this comes after {@code other}. */
    boolean after(EventPosition other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(EventPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return transaction + "." + number;
    }
}
