package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.WorkerPatch;
import java.util.Optional;
import java.util.OptionalInt;

/** What a developer wants to be different of a worker; what is left out stays. */
public record WorkerPatchBody(
        Optional<String> assignedCpu,
        Optional<String> assignedMemory,
        Optional<String> assignedDisk,
        OptionalInt minReplicas,
        OptionalInt maxReplicas,
        Optional<String> mainRegion,
        Optional<String> strategy,
        Optional<String> runtime,
        Optional<String> project) {

    WorkerPatch patch() {
        return new WorkerPatch(
                assignedCpu,
                assignedMemory,
                assignedDisk,
                minReplicas,
                maxReplicas,
                mainRegion,
                strategy,
                runtime,
                project);
    }
}
