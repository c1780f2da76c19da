package dev.berth.work;

import dev.berth.model.WorkerStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Brings one worker to what is wanted of it now. Idempotent; knows nothing of what caused it. */
public final class Reconciler {

    private final WorkerRecords records;
    private final Instances instances;
    private final Rollouts rollouts;
    private final SteadyState steady;
    private final Teardown teardown;

    /** Creates it over what is recorded and the plugins that do the work. */
    public Reconciler(WorkerRecords records, Plugins plugins, Routes routes, InstantSource clock) {
        this.records = records;
        this.instances = new Instances(plugins);
        this.rollouts = new Rollouts(plugins, instances, routes, clock);
        this.steady = new SteadyState(instances, routes);
        this.teardown = new Teardown(records, instances, routes);
    }

    Outcome reconcile(Claim claim) {
        return load(claim).map(this::reconcile).orElseGet(Outcome.Purged::new);
    }

    /**
     * Writes down that what is wanted will not be; for what no plugin could tell in the ordinary
     * way.
     */
    Outcome fail(Claim claim, String reason) {
        return load(claim)
                .<Outcome>map(
                        run -> {
                            run.wanted()
                                    .filter(release -> !isServing(run, release))
                                    .ifPresent(release -> release.reject(reason));
                            run.endRollout();
                            run.become(WorkerStatus.Phase.ERROR, reason, List.of());
                            run.save();
                            return new Outcome.Failed(run.worker().generation(), reason);
                        })
                .orElseGet(Outcome.Purged::new);
    }

    private Optional<WorkerRun> load(Claim claim) {
        return records.load(claim.worker()).map(facts -> new WorkerRun(claim, facts, records));
    }

    private Outcome reconcile(WorkerRun run) {
        if (run.worker().deleted()) {
            return teardown.remove(run);
        }
        supersede(run);
        Optional<ReleaseRun> candidate =
                run.wanted()
                        .filter(release -> !isServing(run, release))
                        .filter(release -> !release.isRejected());
        Optional<Outcome> waits = candidate.flatMap(release -> rollouts.advance(run, release));
        return waits.orElseGet(() -> settle(run));
    }

    private Outcome settle(WorkerRun run) {
        run.wanted()
                .filter(ReleaseRun::isRejected)
                .filter(release -> !isServing(run, release))
                .ifPresent(release -> instances.halt(run, release));
        return steady.keep(run);
    }

    private void supersede(WorkerRun run) {
        run.wanted()
                .map(release -> release.version().id())
                .ifPresent(id -> records.supersede(run.claim(), id, "superseded by " + id));
        run.overtaken().forEach(ReleaseRun::retire);
    }

    private static boolean isServing(WorkerRun run, ReleaseRun release) {
        return run.serving().filter(release::equals).isPresent();
    }
}
