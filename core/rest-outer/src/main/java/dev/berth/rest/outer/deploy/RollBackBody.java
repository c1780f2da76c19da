package dev.berth.rest.outer.deploy;

import dev.berth.intent.worker.RollBackRequest;
import dev.berth.model.Cause;
import java.util.Optional;

/** To which version a developer wants back. */
public record RollBackBody(long versionId, Optional<Boolean> keepConfig) {

    RollBackRequest request(String worker, Cause cause) {
        return new RollBackRequest(worker, versionId, keepConfig.orElse(false), cause);
    }
}
