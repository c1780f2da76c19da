package dev.berth.work.reconcile;

import dev.berth.model.Verdict;
import dev.berth.model.VersionStatus;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.RouteReport;
import dev.berth.spi.Step;
import dev.berth.spi.Traffic;
import dev.berth.work.Plugins;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes a wanted release into service, step by step, as its strategy says. */
final class Rollouts {

    /** More steps than any strategy takes without waiting once. */
    private static final int MOST_STEPS = 50;

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);
    private static final Duration DRAIN_PAUSE = Duration.ofMillis(50);

    private final Plugins plugins;
    private final Instances instances;
    private final Routes routes;
    private final InstantSource clock;
    private final Duration keepPrevious;

    Rollouts(
            Plugins plugins,
            Instances instances,
            Routes routes,
            InstantSource clock,
            Duration keepPrevious) {
        this.plugins = plugins;
        this.instances = instances;
        this.routes = routes;
        this.clock = clock;
        this.keepPrevious = keepPrevious;
    }

    /** Goes on until the rollout ends (empty) or waits. */
    Optional<Outcome> advance(WorkerRun run, ReleaseRun candidate) {
        run.rollout().begin(clock.instant());
        run.become(served(run), "", List.of());
        if (run.rollout().isTold(Verdict.Kind.ABORT)) {
            rollBack(run, candidate, "a developer aborted the rollout");
            return Optional.empty();
        }
        Optional<RouteReport> report = observe(run, candidate);
        if (isReadyAsBefore(run, candidate)) {
            takeBack(run, candidate);
            return Optional.empty();
        }
        return play(run, candidate, report);
    }

    private Optional<Outcome> play(
            WorkerRun run, ReleaseRun candidate, Optional<RouteReport> observed) {
        String name = candidate.version().strategy();
        NextStep strategy = new NextStep(name, plugins.strategy(name));
        Optional<RouteReport> report = observed;
        for (int count = 0; count < MOST_STEPS; count++) {
            Step step = strategy.of(rollout(run, candidate, report));
            run.rollout().took(step, clock.instant());
            Optional<Outcome> end = take(run, candidate, step);
            if (end.isPresent() || run.rollout().step().isEmpty()) {
                return end;
            }
            report = observe(run, candidate);
        }
        throw strategy.bug("took " + MOST_STEPS + " steps without waiting or ending");
    }

    /** Returns whether the candidate served before and could at once do so again. */
    private static boolean isReadyAsBefore(WorkerRun run, ReleaseRun candidate) {
        return run.warm().filter(candidate::equals).isPresent()
                && candidate.ready() > 0
                && candidate.ready() >= candidate.replicas();
    }

    private void takeBack(WorkerRun run, ReleaseRun candidate) {
        run.rollout().took(new Step.Shift(Map.of(candidate.id(), 100)), clock.instant());
        shift(run, candidate, Map.of(candidate.id(), 100));
        observe(run, candidate);
        finish(run, candidate);
    }

    /**
     * Brings the instances of both to what is wanted now, and the routes to what they answer;
     * returns what the router says where it had to be asked. Whatever changes no route is written
     * down with what comes next: a run that is cut short meanwhile is only played again.
     */
    private Optional<RouteReport> observe(WorkerRun run, ReleaseRun candidate) {
        members(run, candidate)
                .filter(release -> release.wanted() > 0 || release.ready() > 0)
                .forEach(release -> instances.reconcile(run, release));
        boolean rerouted = run.saveRoutes();
        if (!rerouted && !isUnderWay(run, candidate)) {
            return Optional.empty();
        }
        if (!rerouted && run.rollout().shifted().isPresent()) {
            return Optional.of(routes.look(run.claim()));
        }
        RouteReport report = routes.publish(run.claim());
        if (run.rollout().shifted().isEmpty()) {
            run.rollout().shiftedAt(clock.instant());
            members(run, candidate).forEach(release -> release.mark(seen(release, report)));
        }
        return Optional.of(report);
    }

    /**
     * Returns whether there is traffic to compare, or to see the end of. A run that was cut short
     * may have given a share that no router has heard of.
     */
    private static boolean isUnderWay(WorkerRun run, ReleaseRun candidate) {
        boolean unheard = run.serving().isPresent() && run.rollout().shifted().isEmpty();
        boolean leaving =
                run.serving()
                        .filter(release -> release.weight() == 0 && release.ready() > 0)
                        .isPresent();
        return unheard || leaving || candidate.weight() > 0;
    }

    private static Stream<ReleaseRun> members(WorkerRun run, ReleaseRun candidate) {
        return Stream.concat(run.serving().stream(), Stream.of(candidate));
    }

    private static WorkerStatus.Phase served(WorkerRun run) {
        boolean answered =
                run.serving().isPresent()
                        && run.releases().stream().anyMatch(release -> release.weight() > 0);
        return answered ? WorkerStatus.Phase.ACTIVE : WorkerStatus.Phase.LOADING;
    }

    private Rollout rollout(WorkerRun run, ReleaseRun candidate, Optional<RouteReport> report) {
        Instant now = clock.instant();
        return new Rollout(
                now,
                run.rollout().step(),
                run.rollout().since(),
                run.rollout().shifted().orElse(now),
                member(candidate, report),
                run.serving().map(previous -> member(previous, report)),
                false,
                run.rollout().isTold(Verdict.Kind.PROMOTE));
    }

    private static Rollout.Member member(ReleaseRun release, Optional<RouteReport> report) {
        return release.seen(report.map(said -> seen(release, said)).orElse(release.before()));
    }

    private static Traffic seen(ReleaseRun release, RouteReport report) {
        return report.traffic().getOrDefault(release.id(), Traffic.NONE);
    }

    private Optional<Outcome> take(WorkerRun run, ReleaseRun candidate, Step step) {
        switch (step) {
            case Step.Scale(ReleaseId release, int replicas) -> {
                member(run, candidate, release).want(replicas);
                // before there are instances that nobody would know of
                run.save();
            }
            case Step.Shift(Map<ReleaseId, Integer> weights) -> shift(run, candidate, weights);
            case Step.Stop(ReleaseId release) -> member(run, candidate, release).stop();
            case Step.Wait(String phrase, Duration pause) -> {
                return waiting(run, candidate, phrase, pause);
            }
            case Step.Drain(ReleaseId _) -> {
                return waiting(run, candidate, "finishing the requests in flight", DRAIN_PAUSE);
            }
            case Step.RollBack(String reason) -> rollBack(run, candidate, reason);
            case Step.Finish() -> finish(run, candidate);
        }
        return Optional.empty();
    }

    private static ReleaseRun member(WorkerRun run, ReleaseRun candidate, ReleaseId id) {
        return members(run, candidate)
                .filter(release -> release.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private void shift(WorkerRun run, ReleaseRun candidate, Map<ReleaseId, Integer> weights) {
        Instant now = clock.instant();
        members(run, candidate)
                .forEach(release -> release.weigh(weights.getOrDefault(release.id(), 0), now));
        run.rollout().shifts();
    }

    private static Optional<Outcome> waiting(
            WorkerRun run, ReleaseRun candidate, String phrase, Duration pause) {
        candidate.progress(phrase);
        run.become(served(run), "", List.of());
        run.save();
        boolean longEnough = pause.compareTo(SHORTEST_WAIT) >= 0;
        return Optional.of(new Outcome.Again(longEnough ? pause : SHORTEST_WAIT));
    }

    /** Gives it up; the steady state gives the traffic back, and drains and stops it. */
    private void rollBack(WorkerRun run, ReleaseRun candidate, String reason) {
        candidate.weigh(0, clock.instant());
        run.refuse(candidate, reason);
    }

    private void finish(WorkerRun run, ReleaseRun candidate) {
        run.letGo();
        run.serving()
                .filter(previous -> keepPrevious.isPositive() && previous.wanted() > 0)
                .ifPresent(previous -> run.keepWarm(previous, clock.instant().plus(keepPrevious)));
        candidate.become(VersionStatus.Phase.SUCCESS, "");
        run.serve(candidate);
        run.rollout().end();
    }
}
