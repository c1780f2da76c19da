package dev.berth.spi;

import java.time.Duration;
import java.util.Map;

/** What a strategy wants done next. Each is idempotent. */
public sealed interface Step {

    /**
     * Wants {@code replicas} instances of the release: no more than its developer wants in the end,
     * and no fewer than now while it has weight.
     */
    record Scale(ReleaseId release, int replicas) implements Step {}

    /**
     * Gives each release its share of the traffic in percent, 100 in all; a release not named gets
     * none. Whoever gets a share is ready. No release at all interrupts the service.
     */
    record Shift(Map<ReleaseId, Integer> weights) implements Step {
        public Shift {
            weights = Map.copyOf(weights);
        }
    }

    /** Asks again after a while, an hour at most; holds no thread meanwhile. */
    record Wait(String phrase, Duration callAgainAfter) implements Step {}

    /**
     * Asks again soon, with what is in flight by then to the release, which must have no weight.
     */
    record Drain(ReleaseId release) implements Step {}

    /** Stops all instances of the release, which must have no weight. */
    record Stop(ReleaseId release) implements Step {}

    /** Gives the traffic back to the previous release and ends the rollout with an error. */
    record RollBack(String reason) implements Step {}

    /** Ends the rollout: the candidate has all of the traffic. */
    record Finish() implements Step {}
}
