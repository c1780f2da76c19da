package dev.berth.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of a log are wanted.
 *
 * @param follow whether to wait for lines that are still to come
 * @param last how many of the newest lines to begin with, per instance; 0 or more
 * @param since of these, only lines that were written at that moment or later; a runtime that does
 *     not know a line's time to the second begins some seconds early, never late
 */
public record LogQuery(boolean follow, int last, Optional<Instant> since) {

    public LogQuery {
        if (last < 0) {
            throw new IllegalArgumentException("last is not negative");
        }
    }

    /** Makes a query for lines of any time. */
    public LogQuery(boolean follow, int last) {
        this(follow, last, Optional.empty());
    }
}
