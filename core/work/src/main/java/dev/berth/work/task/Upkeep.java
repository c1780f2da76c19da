package dev.berth.work.task;

import dev.berth.work.Plugins;
import dev.berth.work.reconcile.Routes;
import dev.berth.work.worker.WorkerRecords;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What is done from time to time for all workers at once: publishing the configured instances, and
 * looking at every worker anew.
 */
public final class Upkeep {

    private final TaskQueue queue;
    private final WorkerRecords records;
    private final Plugins plugins;
    private final Routes routes;
    private final ProcessorSettings settings;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private boolean fresh = true;

    /** Creates it over the queue and the records. */
    public Upkeep(
            TaskQueue queue,
            WorkerRecords records,
            Plugins plugins,
            Routes routes,
            ProcessorSettings settings,
            InstantSource clock) {
        this.queue = queue;
        this.records = records;
        this.plugins = plugins;
        this.routes = routes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Does it where it is due; the first time also frees what this Inner held before. One thread.
     */
    void keep() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        if (fresh) {
            queue.free(settings.executor());
            fresh = false;
        }
        records.publish(plugins.configured());
        routes.doubt();
        queue.reconcileAll();
        next = now.plus(settings.reconcileEvery());
    }
}
