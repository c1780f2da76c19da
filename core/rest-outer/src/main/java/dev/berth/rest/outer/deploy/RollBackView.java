package dev.berth.rest.outer.deploy;

import dev.berth.model.VersionStatus;
import dev.berth.rest.outer.Words;

/** The version that a worker goes back to, as a client sees it. */
public record RollBackView(long versionId, String status) {

    static RollBackView of(long version, VersionStatus status) {
        return new RollBackView(version, Words.of(status.phase()));
    }
}
