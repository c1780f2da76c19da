package dev.berth.spi;

import java.time.Duration;
import java.util.Map;

/** What a strategy wants done next. Each is idempotent. */
public sealed interface Step {

    /** Wants {@code replicas} instances of the release. */
    record Scale(ReleaseId release, int replicas) implements Step {}

    /** Gives each release its share of the traffic in percent; a release not named gets none. */
    record Shift(Map<ReleaseId, Integer> weights) implements Step {
        public Shift {
            weights = Map.copyOf(weights);
        }
    }

    /** Asks again after a while; holds no thread meanwhile. */
    record Wait(String phrase, Duration callAgainAfter) implements Step {}

    /** Asks again when the release, which must have no weight, has no request in flight. */
    record Drain(ReleaseId release) implements Step {}

    /** Stops all instances of the release, which must have no weight. */
    record Stop(ReleaseId release) implements Step {}

    /** Gives the traffic back to the previous release and ends the rollout with an error. */
    record RollBack(String reason) implements Step {}

    /** Ends the rollout: the candidate serves. */
    record Finish() implements Step {}
}
