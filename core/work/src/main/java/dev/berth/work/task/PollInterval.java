package dev.berth.work.task;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long to rest between two looks at the table. Whatever becomes due meanwhile is claimed
 * together; and since a look takes longer the more tasks wait, looking never takes more than a
 * fifth of the time. For one thread.
 */
final class PollInterval {

    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration MOST = Duration.ofMillis(500);
    private static final int TIMES = 4;

    private final LongSupplier nanos;
    private Duration rest = LEAST;

    /** Creates it by a clock as {@link System#nanoTime} is one. */
    PollInterval(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Returns what {@code look} returns, and sets the rest by how long it takes. */
    <T> T measured(Supplier<T> look) {
        long begun = nanos.getAsLong();
        try {
            return look.get();
        } finally {
            Duration due = Duration.ofNanos(nanos.getAsLong() - begun).multipliedBy(TIMES);
            rest = due.compareTo(MOST) > 0 ? MOST : due.compareTo(LEAST) < 0 ? LEAST : due;
        }
    }

    /** Returns how long to rest after the last look. */
    Duration rest() {
        return rest;
    }
}
