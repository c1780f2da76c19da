package dev.berth.plugin.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How often to look: closely at first, then ever more seldom. */
record Pace(InstantSource clock) {

    private static final Duration CLOSEST = Duration.ofMillis(5);
    private static final Duration WIDEST = Duration.ofSeconds(1);
    private static final int SHARE = 20;

    /** Returns when to look again at what has been going on since {@code start}. */
    Duration since(Instant start) {
        Duration next = age(start).dividedBy(SHARE);
        if (next.compareTo(CLOSEST) < 0) {
            return CLOSEST;
        }
        return next.compareTo(WIDEST) > 0 ? WIDEST : next;
    }

    Duration age(Instant start) {
        return Duration.between(start, clock.instant());
    }
}
