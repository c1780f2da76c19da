package dev.berth.work;

import dev.berth.model.Condition;
import dev.berth.model.WorkerStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the release that serves running, and clears away the others. */
final class SteadyState {

    private static final String STARTING = "no instance is ready; starting again";

    private final Instances instances;
    private final Routes routes;

    SteadyState(Instances instances, Routes routes) {
        this.instances = instances;
        this.routes = routes;
    }

    Outcome keep(WorkerRun run) {
        return run.serving().map(serving -> keep(run, serving)).orElseGet(() -> nothing(run));
    }

    private Outcome keep(WorkerRun run, ReleaseRun serving) {
        serving.want(serving.version().replicas());
        Optional<Duration> pause = instances.reconcile(run, serving);
        serving.weigh(serving.ready() > 0 ? 100 : 0);
        conclude(run, serving);
        routes.publishIf(run.save(), run.claim());
        Optional<Duration> clearing = clear(run);
        return pause.or(() -> clearing)
                .<Outcome>map(Outcome.Again::new)
                .orElseGet(() -> ended(run, serving.failure()));
    }

    private Outcome nothing(WorkerRun run) {
        Optional<String> failure = run.wanted().flatMap(ReleaseRun::failure);
        run.become(
                failure.isPresent() ? WorkerStatus.Phase.ERROR : WorkerStatus.Phase.UNLOADED,
                failure.orElse(""),
                List.of());
        routes.publishIf(run.save(), run.claim());
        return clear(run).<Outcome>map(Outcome.Again::new).orElseGet(() -> ended(run, failure));
    }

    private static void conclude(WorkerRun run, ReleaseRun serving) {
        Optional<String> rejected =
                run.wanted().filter(ReleaseRun::isRejected).flatMap(ReleaseRun::failure);
        List<Condition> conditions = conditions(serving, rejected);
        if (serving.failure().isPresent()) {
            run.become(WorkerStatus.Phase.ERROR, serving.failure().get(), conditions);
        } else if (serving.ready() > 0) {
            run.become(WorkerStatus.Phase.ACTIVE, rejected.orElse(""), conditions);
        } else if (run.phase() == WorkerStatus.Phase.ACTIVE) {
            run.become(WorkerStatus.Phase.ACTIVE, STARTING, unavailable(conditions));
        } else {
            run.become(WorkerStatus.Phase.LOADING, STARTING, conditions);
        }
    }

    private static List<Condition> conditions(ReleaseRun serving, Optional<String> rejected) {
        Stream<Condition> degraded =
                rejected
                        .map(reason -> new Condition("Degraded", true, "RolledBack", reason))
                        .stream();
        return Stream.concat(degraded, serving.conditions().stream()).toList();
    }

    private static List<Condition> unavailable(List<Condition> conditions) {
        Condition starting = new Condition("Available", false, "Starting", STARTING);
        return Stream.concat(conditions.stream(), Stream.of(starting)).toList();
    }

    /** Deletes what was overtaken. */
    private Optional<Duration> clear(WorkerRun run) {
        Optional<Duration> pause = Optional.empty();
        for (ReleaseRun release : run.overtaken()) {
            Optional<Duration> left = instances.delete(run, release);
            if (left.isEmpty()) {
                run.forget(release);
            }
            pause = pause.or(() -> left);
        }
        return pause;
    }

    private static Outcome ended(WorkerRun run, Optional<String> failure) {
        run.conclude();
        run.save();
        long generation = run.worker().generation();
        return run.wanted()
                .filter(ReleaseRun::isRejected)
                .flatMap(ReleaseRun::failure)
                .or(() -> failure)
                .<Outcome>map(reason -> new Outcome.Failed(generation, reason))
                .orElseGet(() -> new Outcome.Reached(generation));
    }
}
