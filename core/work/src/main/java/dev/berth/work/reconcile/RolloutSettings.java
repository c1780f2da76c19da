package dev.berth.work.reconcile;

import java.time.Duration;

/**
 * What an operator sets for the end of a release.
 *
 * @param keepPrevious how long the release that served before stays ready to take over again
 * @param drainTimeout how long requests in flight may go on before their release is stopped
 */
public record RolloutSettings(Duration keepPrevious, Duration drainTimeout) {

    /** What holds where an operator sets nothing. */
    public static final RolloutSettings USUAL =
            new RolloutSettings(Duration.ofMinutes(10), Duration.ofSeconds(30));

    public RolloutSettings {
        if (keepPrevious.isNegative() || drainTimeout.isNegative()) {
            throw new IllegalArgumentException(
                    "how long a release is kept and drained must not be negative");
        }
    }
}
