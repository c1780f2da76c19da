package dev.berth.rest.outer.worker;

import dev.berth.model.WorkerSettings;
import java.util.Optional;
import java.util.OptionalInt;

/** What a developer says of a worker to be. */
public record NewWorkerBody(
        String workerName,
        Optional<String> assignedCpu,
        Optional<String> assignedMemory,
        Optional<String> assignedDisk,
        OptionalInt minReplicas,
        OptionalInt maxReplicas,
        Optional<String> mainRegion,
        Optional<String> strategy,
        Optional<String> runtime,
        Optional<String> project) {

    /** Returns what somebody says who says the name alone. */
    static NewWorkerBody of(String workerName) {
        return new NewWorkerBody(
                workerName,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    WorkerSettings settings(DefaultNames defaults) {
        return new WorkerSettings(
                assignedCpu.orElse("1"),
                assignedMemory.orElse("500Mi"),
                assignedDisk.orElse("2Gi"),
                minReplicas.orElse(1),
                maxReplicas.orElse(Math.max(1, minReplicas.orElse(1))),
                mainRegion.orElse(""),
                strategy.orElse(defaults.strategy()),
                runtime.orElse(defaults.runtime()));
    }
}
