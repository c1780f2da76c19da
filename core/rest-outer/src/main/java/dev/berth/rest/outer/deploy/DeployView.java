package dev.berth.rest.outer.deploy;

import dev.berth.intent.worker.DeployRequest;
import dev.berth.model.VersionStatus;
import dev.berth.rest.outer.Words;

/** An accepted deployment as a client sees it. */
public record DeployView(String workerId, long versionId, String status) {

    static DeployView of(DeployRequest request, long version) {
        return new DeployView(
                request.worker().value(), version, Words.of(VersionStatus.NONE.phase()));
    }
}
