package dev.berth.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps callers from what just failed, but for one after each pause. Safe for several threads. */
final class Breaker {

    private final InstantSource clock;
    private final Duration pause;
    private final AtomicReference<Optional<Instant>> tryAgainAt =
            new AtomicReference<>(Optional.empty());

    Breaker(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Returns whether to try; after a pause it says so to one caller alone. */
    boolean mayTry() {
        Optional<Instant> until = tryAgainAt.get();
        Instant now = clock.instant();
        return until.isEmpty()
                || (!now.isBefore(until.get())
                        && tryAgainAt.compareAndSet(until, Optional.of(now.plus(pause))));
    }

    /** Takes note of a success and returns whether it ends a time of failures. */
    boolean succeeded() {
        return tryAgainAt.getAndSet(Optional.empty()).isPresent();
    }

    /** Takes note of a failure and returns whether it is the first. */
    boolean failed() {
        return tryAgainAt.getAndSet(Optional.of(clock.instant().plus(pause))).isEmpty();
    }
}
