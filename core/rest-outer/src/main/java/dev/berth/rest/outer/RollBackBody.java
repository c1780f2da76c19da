package dev.berth.rest.outer;

import dev.berth.intent.worker.RollBackRequest;
import java.util.Optional;

/** To which version a developer wants back. */
public record RollBackBody(long versionId, Optional<Boolean> keepConfig) {

    RollBackRequest request(String worker, String requestId) {
        return new RollBackRequest(worker, versionId, keepConfig.orElse(false), requestId);
    }
}
