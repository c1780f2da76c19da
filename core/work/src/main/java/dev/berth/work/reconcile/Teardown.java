package dev.berth.work.reconcile;

import dev.berth.model.WorkerStatus;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Traffic;
import dev.berth.work.worker.WorkerRecords;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes a deleted worker: first its route, then its instances, then its rows. */
final class Teardown {

    private final WorkerRecords records;
    private final Instances instances;
    private final Routes routes;
    private final Retirement retirement;
    private final InstantSource clock;

    Teardown(
            WorkerRecords records,
            Instances instances,
            Routes routes,
            Retirement retirement,
            InstantSource clock) {
        this.records = records;
        this.instances = instances;
        this.routes = routes;
        this.retirement = retirement;
        this.clock = clock;
    }

    Outcome remove(WorkerRun run) {
        run.become(WorkerStatus.Phase.DELETING, "", List.of());
        run.releases().forEach(release -> release.weigh(0, clock.instant()));
        run.letGo();
        Map<ReleaseId, Traffic> traffic =
                run.save() || hasRoute(run) ? routes.publish(run.claim()).traffic() : Map.of();
        Optional<Duration> pause = Optional.empty();
        for (ReleaseRun release : run.releases()) {
            Optional<Duration> left =
                    retirement.isDrained(release, traffic)
                            ? instances.delete(run, release)
                            : Optional.of(retirement.pause(release));
            pause = Retirement.shorter(pause, left);
        }
        if (pause.isPresent()) {
            return new Outcome.Again(pause.get());
        }
        records.purge(run.claim());
        return new Outcome.Purged();
    }

    /** The host of a worker was in the table if a release of it was ever wanted. */
    private static boolean hasRoute(WorkerRun run) {
        return run.worker().release().isPresent();
    }
}
