package dev.berth.work.rehearsal;

import dev.berth.model.Plan;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.spi.DeployStrategy;
import dev.berth.work.Claim;
import dev.berth.work.reconcile.NextStep;
import dev.berth.work.reconcile.Outcome;
import dev.berth.work.reconcile.Reconciler;
import dev.berth.work.reconcile.RolloutSettings;
import dev.berth.work.reconcile.Routes;
import dev.berth.work.worker.WorkerFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One deploy, played from its beginning until nothing of it is left to do. */
final class Rehearsal {

    private static final int MOST_LOOKS = 10_000;
    private static final int MOST_STEPS = 1000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final PlannedDeploy deploy;
    private final OptionalLong replaces;
    private final InstantSource real;
    private final Instant latest;
    private final RehearsalClock clock;
    private final RehearsedRecords records;
    private final PlanNotes notes;
    private final Reconciler reconciler;
    private final Claim claim;
    private int looks;

    Rehearsal(
            PlannedDeploy deploy,
            WorkerFacts before,
            DeployStrategy strategy,
            InstantSource real,
            RolloutSettings settings) {
        WorkerFacts facts = DeployedFacts.of(before, deploy);
        ReleaseNames names = ReleaseNames.of(facts);
        this.deploy = deploy;
        this.replaces = names.previousVersion();
        this.real = real;
        this.clock = new RehearsalClock(real.instant());
        this.latest = clock.instant().plus(LONGEST);
        this.records = new RehearsedRecords(facts);
        this.notes = new PlanNotes(clock, names);
        RehearsedPlugins ideal =
                new RehearsedPlugins(
                        new RehearsedRuntime(before, notes),
                        new RehearsedRouter(clock),
                        new RehearsedStrategy(new NextStep(deploy.strategy(), strategy), notes));
        Routes routes = new Routes(records, ideal, worker -> worker);
        this.reconciler = new Reconciler(records, ideal, routes, clock, settings);
        this.claim = claim(facts);
    }

    Plan play() {
        settle();
        Optional<Instant> later = records.facts().lookAt();
        later.ifPresent(
                moment -> {
                    clock.moveTo(moment);
                    settle();
                });
        return new Plan(deploy, replaces, notes.steps());
    }

    private void settle() {
        while (reconciler.reconcile(claim) instanceof Outcome.Again(Duration pause)) {
            clock.pass(pause);
            mustEnd();
        }
    }

    private void mustEnd() {
        looks++;
        boolean many = looks >= MOST_LOOKS || notes.steps().size() >= MOST_STEPS;
        if (many || real.instant().isAfter(latest)) {
            throw Rehearsals.impossible(
                    "strategy '%s' does not finish: after %s and %d looks it says '%s'"
                            .formatted(
                                    deploy.strategy(),
                                    PlanWords.time(clock.passed()),
                                    looks,
                                    notes.last()));
        }
    }

    private static Claim claim(WorkerFacts facts) {
        return new Claim(
                facts.worker().id(),
                facts.worker().tenant(),
                new TaskId(new UUID(0, 0)),
                TaskType.WORKER_DEPLOY,
                "plan",
                1,
                1,
                facts.worker().settings().runtime());
    }
}
