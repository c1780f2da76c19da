package dev.berth.work;

import dev.berth.model.WorkerStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Removes a deleted worker: first its route, then its instances, then its rows. */
final class Teardown {

    private final WorkerRecords records;
    private final Instances instances;
    private final Routes routes;

    Teardown(WorkerRecords records, Instances instances, Routes routes) {
        this.records = records;
        this.instances = instances;
        this.routes = routes;
    }

    Outcome remove(WorkerRun run) {
        run.become(WorkerStatus.Phase.DELETING, "", List.of());
        run.releases().forEach(release -> release.weigh(0));
        routes.publishIf(run.save() || hasRoute(run), run.claim());
        Optional<Duration> pause = Optional.empty();
        for (ReleaseRun release : run.releases()) {
            Optional<Duration> left = instances.delete(run, release);
            pause = pause.or(() -> left);
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
