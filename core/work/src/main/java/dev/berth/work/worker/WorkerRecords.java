package dev.berth.work.worker;

import dev.berth.model.ConfiguredExtension;
import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.work.Claim;
import dev.berth.work.LeaseLost;
import java.util.List;
import java.util.Optional;

/**
 * Where Inner reads what is wanted and writes what became of it. Every method is a transaction of
 * its own. What names a claim writes only while that claim is the worker's latest, and otherwise
 * throws {@link LeaseLost}.
 */
public interface WorkerRecords {

    /** Returns what is known of a worker; empty where it is purged. */
    Optional<WorkerFacts> load(WorkerId worker);

    /**
     * Writes the status of the worker, the state of its rollout, and for each release of {@code
     * facts} what runs of it and the status of its version. What is wanted is left alone.
     */
    void save(Claim claim, WorkerFacts facts);

    /** Forgets a release that has no instances any more; its version and its number stay. */
    void forget(Claim claim, ReleaseId release);

    /**
     * Ends with {@code message} each version of the worker that still loads and is not {@code but}.
     */
    void supersede(Claim claim, long but, String message);

    /**
     * Removes a deleted worker with all its rows, its tasks, and sources that nobody uses any more.
     */
    void purge(Claim claim);

    /** Returns which host leads to which releases, now, for every worker that is not deleted. */
    List<WorkerRoute> routes();

    /** Returns a revision for a route table, higher than every one before. */
    long nextRevision();

    /** Publishes the configured instances, in place of those published before. */
    void publish(List<ConfiguredExtension> extensions);
}
