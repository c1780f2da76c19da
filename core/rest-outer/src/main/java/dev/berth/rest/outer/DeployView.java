package dev.berth.rest.outer;

import dev.berth.intent.worker.DeployRequest;
import dev.berth.model.VersionStatus;

/** An accepted deployment as a client sees it. */
public record DeployView(String workerId, long versionId, String status) {

    static DeployView of(DeployRequest request, long version) {
        return new DeployView(
                request.worker().value(), version, Words.of(VersionStatus.NONE.phase()));
    }
}
