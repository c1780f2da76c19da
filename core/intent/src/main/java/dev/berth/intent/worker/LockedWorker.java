package dev.berth.intent.worker;

import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;

/** Finds workers that are about to be changed. */
final class LockedWorker {

    private LockedWorker() {}

    /** Returns a worker that nobody else changes meanwhile; refuses where it is being deleted. */
    static Worker of(WorkerStore store, Caller caller, String id, String attempted) {
        Worker worker =
                WorkerId.parse(id)
                        .flatMap(key -> store.lock(caller.tenant(), key))
                        .orElseThrow(() -> Refusal.absent("worker", id));
        if (worker.deleted()) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot %s worker '%s': it is being deleted".formatted(attempted, id));
        }
        return worker;
    }
}
