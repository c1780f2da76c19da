package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.SeenWorker;
import dev.berth.model.Worker;
import dev.berth.model.WorkerSettings;
import dev.berth.model.WorkerStatus;
import dev.berth.rest.outer.Words;
import java.time.Instant;
import java.util.OptionalLong;

/** A worker with all that a client may know of it. */
public record WorkerView(
        String workerId,
        String workerName,
        String tenantId,
        String projectId,
        String status,
        String message,
        OptionalLong activeVersionId,
        String assignedCpu,
        String assignedMemory,
        String assignedDisk,
        int minReplicas,
        int maxReplicas,
        String mainRegion,
        String strategy,
        String runtime,
        long generation,
        long observedGeneration,
        Instant createdAt) {

    static WorkerView of(SeenWorker seen) {
        Worker worker = seen.worker();
        WorkerStatus status = seen.status();
        WorkerSettings settings = worker.settings();
        return new WorkerView(
                worker.id().value(),
                worker.name(),
                worker.tenant().toString(),
                worker.project().toString(),
                Words.of(status.seenFor(worker)),
                status.message(),
                status.activeVersion(),
                settings.cpu(),
                settings.memory(),
                settings.disk(),
                settings.minReplicas(),
                settings.maxReplicas(),
                settings.region(),
                settings.strategy(),
                settings.runtime(),
                worker.generation(),
                status.observed(),
                worker.createdAt());
    }
}
