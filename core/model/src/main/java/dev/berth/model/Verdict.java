package dev.berth.model;

/**
 * What a developer thinks of a rollout that goes on.
 *
 * @param kind what is to become of it
 * @param release the release that it is meant for, and no other
 * @param generation the generation of the worker that the verdict made
 */
public record Verdict(Kind kind, long release, long generation) {

    /** What a developer can say; tables have it in lower case. */
    public enum Kind {
        /** Go on now, before its time. */
        PROMOTE,

        /** Go back to the release that served before. */
        ABORT
    }
}
