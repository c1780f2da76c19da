package dev.berth.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * What has become of a worker.
 *
 * @param observed the generation that was last brought about
 * @param phase the state
 * @param activeVersion the version that serves; empty where none does
 * @param conditions what else is worth knowing
 * @param message why, for a person; may be empty
 */
public record WorkerStatus(
        long observed,
        Phase phase,
        OptionalLong activeVersion,
        List<Condition> conditions,
        String message) {

    /** The status of a worker that nothing was done for yet. */
    public static final WorkerStatus NONE =
            new WorkerStatus(0, Phase.UNLOADED, OptionalLong.empty(), List.of(), "");

    public WorkerStatus {
        conditions = List.copyOf(conditions);
    }

    /** The states of a worker; a client reads them in lower case. */
    public enum Phase {
        UNLOADED,
        LOADING,
        ACTIVE,
        ERROR,
        DELETING
    }

    /** Returns what a client should see: work that is accepted but not yet seen is loading. */
    public Phase seenFor(Worker worker) {
        if (worker.deleted()) {
            return Phase.DELETING;
        }
        boolean behind = worker.release().isPresent() && observed < worker.generation();
        return behind && phase != Phase.ACTIVE ? Phase.LOADING : phase;
    }
}
