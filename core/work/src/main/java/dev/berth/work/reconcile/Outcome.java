package dev.berth.work.reconcile;

import java.time.Duration;

/** How a run on a worker ended. */
public sealed interface Outcome {

    /** What was wanted in that generation is there. */
    record Reached(long generation) implements Outcome {}

    /** What was wanted in that generation will not be, for a reason that the developer may read. */
    record Failed(long generation, String reason) implements Outcome {}

    /** Work goes on after a pause. */
    record Again(Duration pause) implements Outcome {}

    /** A plugin is away; what was wanted is tried again after a pause. */
    record Retry(Duration pause, String reason) implements Outcome {}

    /** Nothing of the worker is left, nor of its tasks. */
    record Purged() implements Outcome {}
}
