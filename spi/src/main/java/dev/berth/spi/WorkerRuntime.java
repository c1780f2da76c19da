package dev.berth.spi;

import java.util.List;

/** Runs releases: as processes, containers, custom resources, isolates. */
public interface WorkerRuntime extends AutoCloseable {

    /**
     * Brings the release to {@code desired} as far as it can now, and says how far that is. Returns
     * soon: waiting is {@link ReleaseState.InProgress}. Idempotent: the same {@code desired} again
     * starts nothing twice; instances found running from before a restart are kept.
     */
    ReleaseState reconcile(ReleaseSpec desired, OperationContext context);

    /**
     * Stops the release and removes everything that was kept of it. Idempotent: a release that is
     * not known is {@link ReleaseState.Gone}.
     */
    ReleaseState delete(ReleaseId id, OperationContext context);

    /**
     * Opens what the release's instances have written. The caller closes the stream, which ends a
     * {@link LogStream#next} that waits in another thread.
     */
    LogStream logs(ReleaseId id, LogQuery query);

    /**
     * Returns what the release's running instances use, by number; none for a release that is not
     * known, and where this runtime cannot tell.
     */
    default List<InstanceUsage> usage(ReleaseId id) {
        return List.of();
    }

    /** Lets go of what this object holds. Instances of workers go on running. Idempotent. */
    @Override
    void close();
}
