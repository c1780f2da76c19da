package dev.berth.work.worker;

import dev.berth.spi.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far it is that a release takes over.
 *
 * @param number the generation that wanted the release, which names the rollout
 * @param step the step that was taken last; empty where no rollout goes on
 * @param since when that step was first taken
 * @param shifted since when the shares of the traffic are what they are; empty until they are in
 *     force
 * @param followed the generation of the verdict that was followed last; 0 for none
 * @param refused the rollout that was given up last
 */
public record RolloutFacts(
        long number,
        Optional<Step> step,
        Instant since,
        Optional<Instant> shifted,
        long followed,
        OptionalLong refused) {

    /** No rollout so far. */
    public static final RolloutFacts NONE =
            new RolloutFacts(
                    0, Optional.empty(), Instant.EPOCH, Optional.empty(), 0, OptionalLong.empty());
}
