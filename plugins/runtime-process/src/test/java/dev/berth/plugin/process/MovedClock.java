package dev.berth.plugin.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's clock, ahead by as much as a test has moved it. */
final class MovedClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    void move(Duration duration) {
        ahead = ahead.plus(duration);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }
}
