package dev.berth.model;

import java.util.Optional;

/**
 * A worker as it is wanted and as it is, where nobody works on it.
 *
 * @param id the worker
 * @param deleted whether it is to be gone
 * @param generation what is wanted
 * @param observed what was reached or given up
 * @param wanted how many instances there are to be
 * @param running how many there are
 */
public record HeldWorker(
        WorkerId id, boolean deleted, long generation, long observed, long wanted, long running) {

    /** Returns how it differs from what is wanted; empty where it does not. */
    Optional<String> difference() {
        if (deleted) {
            return told("is deleted, and no task removes it");
        }
        if (observed < generation) {
            return told(
                    "is at generation %d of %d, and no task takes it on"
                            .formatted(observed, generation));
        }
        return wanted == running
                ? Optional.empty()
                : told("is to have %d instances, and has %d".formatted(wanted, running));
    }

    private Optional<String> told(String what) {
        return Optional.of("worker '%s' %s".formatted(id, what));
    }
}
