package dev.berth.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Tells what goes on while it does: steps when they come, parts of a step only when it takes longer
 * than two seconds. Silent when asked to be.
 */
final class Progress {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Console console;
    private final boolean silent;
    private final InstantSource clock;
    private Instant spoken;

    Progress(Console console, boolean silent, InstantSource clock) {
        this.console = console;
        this.silent = silent;
        this.clock = clock;
        this.spoken = clock.instant();
    }

    void step(String phrase) {
        if (!silent) {
            console.note(phrase);
        }
        spoken = clock.instant();
    }

    void part(String action, long done, long whole) {
        if (due()) {
            step(String.format(Locale.ROOT, "%s: %d %%", action, 100 * done / Math.max(1, whole)));
        }
    }

    /** Says that a step still goes on, when nothing was said for a while. */
    void still(String phrase, Duration since) {
        if (due()) {
            step("%s (%d s)".formatted(phrase, since.toSeconds()));
        }
    }

    private boolean due() {
        return Duration.between(spoken, clock.instant()).compareTo(PATIENCE) >= 0;
    }
}
