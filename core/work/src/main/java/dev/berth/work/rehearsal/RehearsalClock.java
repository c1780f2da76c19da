package dev.berth.work.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A made-up time, which passes as it is told. */
final class RehearsalClock implements InstantSource {

    private final Instant begin;
    private Instant now;

    RehearsalClock(Instant begin) {
        this.begin = begin;
        this.now = begin;
    }

    @Override
    public Instant instant() {
        return now;
    }

    Duration passed() {
        return Duration.between(begin, now);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Goes on to that moment, unless it is over. */
    void moveTo(Instant moment) {
        now = moment.isAfter(now) ? moment : now;
    }
}
