package dev.berth.plugin.process;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Ends an instance: asks its process group, and kills what is left after the grace. */
record InstanceEnd(InstantSource clock, Duration grace) {

    /** Does the next thing towards the end; returns whether nothing is left. Idempotent. */
    boolean advance(Instance instance) {
        Optional<Session> session = instance.session().filter(Session::alive);
        if (session.isEmpty()) {
            return true;
        }
        Optional<Instant> asked = askedAt(instance);
        if (asked.isEmpty()) {
            ask(instance, session.get());
        } else if (!clock.instant().isBefore(asked.get().plus(grace))) {
            session.get().kill();
        }
        return false;
    }

    /** Returns when the end was asked for. */
    Optional<Instant> askedAt(Instance instance) {
        try {
            return instance.stopped().read().map(Instant::parse);
        } catch (DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    // the mark comes first: an end that is asked for is no failure
    private void ask(Instance instance, Session session) {
        try {
            instance.stopped().write(clock.instant().toString());
            session.terminate();
        } catch (UncheckedIOException diskIsFull) {
            // no grace without a note of when it began
            session.kill();
        }
    }
}
