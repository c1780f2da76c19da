package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.SeenWorker;
import dev.berth.rest.outer.Words;
import java.util.OptionalLong;

/** A worker in a list. */
public record WorkerLine(
        String workerId,
        String workerName,
        String status,
        OptionalLong activeVersionId,
        String url) {

    static WorkerLine of(SeenWorker seen, PublicUrls urls) {
        return new WorkerLine(
                seen.worker().id().value(),
                seen.worker().name(),
                Words.of(seen.status().seenFor(seen.worker())),
                seen.status().activeVersion(),
                urls.of(seen.worker().id()));
    }
}
