package dev.berth.intent.worker;

import dev.berth.model.Paged;
import java.util.List;

/** A worker with its newest versions and its live releases. */
public record WorkerDetails(
        SeenWorker seen,
        Paged<VersionEntry> versions,
        List<SeenRelease> releases,
        SeenRollout rollout) {

    public WorkerDetails {
        releases = List.copyOf(releases);
    }
}
