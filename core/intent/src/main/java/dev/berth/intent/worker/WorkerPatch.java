package dev.berth.intent.worker;

import dev.berth.model.WorkerSettings;
import java.util.Optional;
import java.util.OptionalInt;

/** What a developer wants to be different of a worker; what is empty stays. */
public record WorkerPatch(
        Optional<String> cpu,
        Optional<String> memory,
        Optional<String> disk,
        OptionalInt minReplicas,
        OptionalInt maxReplicas,
        Optional<String> region,
        Optional<String> strategy,
        Optional<String> runtime,
        Optional<String> project) {

    WorkerSettings over(WorkerSettings before) {
        return new WorkerSettings(
                cpu.orElse(before.cpu()),
                memory.orElse(before.memory()),
                disk.orElse(before.disk()),
                minReplicas.orElse(before.minReplicas()),
                maxReplicas.orElse(before.maxReplicas()),
                region.orElse(before.region()),
                strategy.orElse(before.strategy()),
                runtime.orElse(before.runtime()));
    }
}
