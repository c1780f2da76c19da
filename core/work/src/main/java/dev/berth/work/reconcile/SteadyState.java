package dev.berth.work.reconcile;

import dev.berth.model.Condition;
import dev.berth.model.WorkerStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the release that serves running, and has the others leave. */
final class SteadyState {

    private static final String STARTING = "no instance is ready; starting again";

    private final Instances instances;
    private final Routes routes;
    private final Retirement retirement;
    private final InstantSource clock;

    SteadyState(Instances instances, Routes routes, Retirement retirement, InstantSource clock) {
        this.instances = instances;
        this.routes = routes;
        this.retirement = retirement;
        this.clock = clock;
    }

    Outcome keep(WorkerRun run) {
        return run.serving().map(serving -> keep(run, serving)).orElseGet(() -> nothing(run));
    }

    private Outcome keep(WorkerRun run, ReleaseRun serving) {
        serving.want(serving.replicas());
        Optional<Duration> pause = instances.reconcile(run, serving);
        serving.weigh(serving.ready() > 0 ? 100 : 0, clock.instant());
        conclude(run, serving);
        routes.publishIf(run.save(), run.claim());
        return ended(run, Retirement.shorter(pause, retirement.goOn(run)), serving.failure());
    }

    private Outcome nothing(WorkerRun run) {
        Optional<String> failure = run.wanted().flatMap(ReleaseRun::failure);
        run.become(
                failure.isPresent() ? WorkerStatus.Phase.ERROR : WorkerStatus.Phase.UNLOADED,
                failure.orElse(""),
                List.of());
        routes.publishIf(run.save(), run.claim());
        return ended(run, retirement.goOn(run), failure);
    }

    private static void conclude(WorkerRun run, ReleaseRun serving) {
        Optional<String> refused = run.refused().flatMap(ReleaseRun::failure);
        List<Condition> conditions = conditions(serving, refused);
        if (serving.failure().isPresent()) {
            run.become(WorkerStatus.Phase.ERROR, serving.failure().get(), conditions);
        } else if (serving.ready() > 0) {
            run.become(WorkerStatus.Phase.ACTIVE, refused.orElse(""), conditions);
        } else if (run.phase() == WorkerStatus.Phase.ACTIVE) {
            run.become(WorkerStatus.Phase.ACTIVE, STARTING, unavailable(conditions));
        } else {
            run.become(WorkerStatus.Phase.LOADING, STARTING, conditions);
        }
    }

    private static List<Condition> conditions(ReleaseRun serving, Optional<String> refused) {
        return Stream.concat(
                        refused.map(SteadyState::degraded).stream(), serving.conditions().stream())
                .toList();
    }

    static Condition degraded(String reason) {
        return new Condition("Degraded", true, "RolledBack", reason);
    }

    private static List<Condition> unavailable(List<Condition> conditions) {
        Condition starting = new Condition("Available", false, "Starting", STARTING);
        return Stream.concat(conditions.stream(), Stream.of(starting)).toList();
    }

    private static Outcome ended(
            WorkerRun run, Optional<Duration> pause, Optional<String> failure) {
        if (pause.isEmpty()) {
            run.conclude();
        }
        run.save();
        return pause.<Outcome>map(Outcome.Again::new).orElseGet(() -> end(run, failure));
    }

    private static Outcome end(WorkerRun run, Optional<String> failure) {
        long generation = run.worker().generation();
        return run.refused()
                .flatMap(ReleaseRun::failure)
                .or(() -> failure)
                .<Outcome>map(reason -> new Outcome.Failed(generation, reason))
                .orElseGet(() -> new Outcome.Reached(generation));
    }
}
