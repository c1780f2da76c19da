package dev.berth.intent.worker;

import java.time.Instant;
import java.util.Optional;

/**
 * How far it is that a release takes over.
 *
 * @param number the generation of the worker that wanted the release
 * @param step the step in force, in a word; empty where no rollout goes on
 * @param phrase the step in force, for a person
 * @param since when that step was first taken
 * @param shifted since when the shares of the traffic are what they are; empty while that changes
 * @param refused whether the rollout was given up
 */
public record SeenRollout(
        long number,
        Optional<String> step,
        String phrase,
        Instant since,
        Optional<Instant> shifted,
        boolean refused) {

    /** No rollout so far. */
    public static final SeenRollout NONE =
            new SeenRollout(0, Optional.empty(), "", Instant.EPOCH, Optional.empty(), false);
}
