package dev.berth.work.reconcile;

import dev.berth.model.WorkerStatus;
import dev.berth.work.Claim;
import dev.berth.work.Plugins;
import dev.berth.work.worker.WorkerRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Brings one worker to what is wanted of it now. Idempotent; knows nothing of what caused it. */
public final class Reconciler {

    private final WorkerRecords records;
    private final Rollouts rollouts;
    private final Retirement retirement;
    private final SteadyState steady;
    private final Teardown teardown;
    private final InstantSource clock;

    /** Creates it with the usual settings. */
    public Reconciler(WorkerRecords records, Plugins plugins, Routes routes, InstantSource clock) {
        this(records, plugins, routes, clock, RolloutSettings.USUAL);
    }

    /** Creates it over what is recorded and the plugins that do the work. */
    public Reconciler(
            WorkerRecords records,
            Plugins plugins,
            Routes routes,
            InstantSource clock,
            RolloutSettings settings) {
        Instances instances = new Instances(plugins);
        this.records = records;
        this.clock = clock;
        this.rollouts = new Rollouts(plugins, instances, routes, clock, settings.keepPrevious());
        this.retirement = new Retirement(instances, routes, clock, settings.drainTimeout());
        this.steady = new SteadyState(instances, routes, retirement, clock);
        this.teardown = new Teardown(records, instances, routes, retirement, clock);
    }

    public Outcome reconcile(Claim claim) {
        return load(claim).map(this::reconcile).orElseGet(Outcome.Purged::new);
    }

    /**
     * Writes down that what is wanted will not be, and that the traffic goes back; for what no
     * plugin could tell in the ordinary way. Calls none of them: the next look does.
     */
    public Outcome fail(Claim claim, String reason) {
        return load(claim).map(run -> fail(run, reason)).orElseGet(Outcome.Purged::new);
    }

    private Outcome fail(WorkerRun run, String reason) {
        Instant now = clock.instant();
        Optional<ReleaseRun> candidate = run.wanted().filter(release -> !run.isServing(release));
        // a plugin that fails to stop it as well is left alone until all are looked at
        boolean runs =
                candidate.filter(release -> release.wanted() > 0).isPresent()
                        && run.refused().isEmpty();
        candidate.ifPresent(release -> giveUp(run, release, reason));
        if (runs) {
            run.lookAt(now);
        }
        Optional<ReleaseRun> served =
                run.serving().filter(release -> candidate.isPresent() && release.weight() > 0);
        served.ifPresentOrElse(
                _ ->
                        run.become(
                                WorkerStatus.Phase.ACTIVE,
                                reason,
                                List.of(SteadyState.degraded(reason))),
                () -> run.become(WorkerStatus.Phase.ERROR, reason, List.of()));
        run.save();
        return new Outcome.Failed(run.worker().generation(), reason);
    }

    private void giveUp(WorkerRun run, ReleaseRun candidate, String reason) {
        candidate.weigh(0, clock.instant());
        run.refuse(candidate, reason);
        giveBack(run);
    }

    private Optional<WorkerRun> load(Claim claim) {
        return records.load(claim.worker()).map(facts -> new WorkerRun(claim, facts, records));
    }

    private Outcome reconcile(WorkerRun run) {
        if (run.worker().deleted()) {
            return teardown.remove(run);
        }
        supersede(run);
        return run.wanted()
                .filter(release -> !run.isServing(release))
                .filter(release -> run.refused().isEmpty())
                .flatMap(release -> rollouts.advance(run, release))
                .map(waits -> sooner(waits, run))
                .orElseGet(() -> steady.keep(run));
    }

    /** Has those leave meanwhile who are wanted no more. */
    private Outcome sooner(Outcome waits, WorkerRun run) {
        Optional<Duration> earlier = retirement.goOn(run);
        run.save();
        return waits instanceof Outcome.Again(Duration pause)
                ? earlier.filter(leaving -> leaving.compareTo(pause) < 0)
                        .<Outcome>map(Outcome.Again::new)
                        .orElse(waits)
                : waits;
    }

    private void supersede(WorkerRun run) {
        run.wanted()
                .filter(_ -> run.rollout().isNew())
                .map(release -> release.version().id())
                .ifPresent(id -> records.supersede(run.claim(), id, "superseded by " + id));
        run.overtaken().stream()
                .filter(release -> release.weight() > 0)
                .forEach(release -> takeAway(run, release));
    }

    /** Takes its share from an overtaken release, unless it is the only one that could answer. */
    private void takeAway(WorkerRun run, ReleaseRun overtaken) {
        if (run.serving().filter(release -> release.ready() > 0).isEmpty()) {
            run.serve(overtaken);
        } else {
            overtaken.weigh(0, clock.instant());
        }
        giveBack(run);
    }

    private void giveBack(WorkerRun run) {
        run.serving()
                .filter(release -> release.ready() > 0)
                .ifPresent(release -> release.weigh(100, clock.instant()));
    }
}
