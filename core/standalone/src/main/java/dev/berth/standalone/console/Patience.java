package dev.berth.standalone.console;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Waits for what takes a while, and tells the person at the terminal.
 *
 * @param progress tells it after 2, 4, 8 … s
 * @param limit how long at most
 */
public record Patience(Progress progress, Duration limit) {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration TELL = Duration.ofSeconds(2);

    /** Returns true once {@code name}, begun at {@code since}, is there; false where it is late. */
    public boolean await(String name, Instant since, BooleanSupplier there)
            throws InterruptedException {
        Duration next = TELL;
        while (!there.getAsBoolean()) {
            Instant now = progress.clock().instant();
            if (now.isAfter(since.plus(limit))) {
                return false;
            }
            if (now.isAfter(since.plus(next))) {
                progress.waiting(name, since);
                next = next.multipliedBy(2);
            }
            Thread.sleep(POLL);
        }
        progress.started(name, since);
        return true;
    }
}
