package dev.berth.intent.worker;

import dev.berth.intent.audit.Deed;
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

    void note(Deed deed) {
        cpu.ifPresent(value -> deed.changed("assigned_cpu", value));
        memory.ifPresent(value -> deed.changed("assigned_memory", value));
        disk.ifPresent(value -> deed.changed("assigned_disk", value));
        minReplicas.ifPresent(value -> deed.changed("min_replicas", value));
        maxReplicas.ifPresent(value -> deed.changed("max_replicas", value));
        region.ifPresent(value -> deed.changed("main_region", value));
        strategy.ifPresent(value -> deed.changed("strategy", value));
        runtime.ifPresent(value -> deed.changed("runtime", value));
        project.ifPresent(value -> deed.changed("project", value));
    }
}
