package dev.berth.rest.outer;

import dev.berth.model.VersionStatus;

/** The version that a worker goes back to, as a client sees it. */
public record RollBackView(long versionId, String status) {

    static RollBackView of(long version, VersionStatus status) {
        return new RollBackView(version, Words.of(status.phase()));
    }
}
