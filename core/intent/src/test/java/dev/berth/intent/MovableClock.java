package dev.berth.intent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
public final class MovableClock implements InstantSource {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    /** Lets time go by. */
    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
