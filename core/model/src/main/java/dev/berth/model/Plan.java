package dev.berth.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a deploy would do were all to go ideally: instances ready at once, and no error.
 *
 * @param deploy what would be deployed
 * @param replaces the version that serves now; empty where none does
 * @param steps the steps, in their order
 */
public record Plan(PlannedDeploy deploy, OptionalLong replaces, List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * One step of it.
     *
     * @param after how long after the beginning it comes
     * @param kind what kind of step it is
     * @param shares how the traffic is shared from then on
     * @param sentence what it does, for a person
     */
    public record Step(Duration after, Kind kind, Shares shares, String sentence) {}

    /**
     * The shares of the traffic in percent.
     *
     * @param next of the new release
     * @param previous of the one that served before
     */
    public record Shares(int next, int previous) {}

    /** The kinds of steps; the words are the contract's. */
    public enum Kind {
        SCALE("scale"),
        SHIFT("shift"),
        WAIT("wait"),
        PROMOTE("promote"),
        DRAIN("drain"),
        STOP("stop"),
        ROLL_BACK("roll-back"),
        FINISH("finish");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the word that clients use. */
        public String word() {
            return word;
        }

        /** Returns the kind that {@code word} names; empty for another word. */
        public static Optional<Kind> parse(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findAny();
        }
    }
}
