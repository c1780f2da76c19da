package dev.berth.work;

import dev.berth.model.VersionStatus;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.RouteReport;
import dev.berth.spi.Step;
import dev.berth.spi.Traffic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a wanted release into service, step by step, as its strategy says. */
final class Rollouts {

    /** More steps than any strategy takes without waiting once. */
    private static final int MOST_STEPS = 50;

    private static final Duration DRAIN_PAUSE = Duration.ofMillis(50);

    private final Plugins plugins;
    private final Instances instances;
    private final Routes routes;
    private final InstantSource clock;

    Rollouts(Plugins plugins, Instances instances, Routes routes, InstantSource clock) {
        this.plugins = plugins;
        this.instances = instances;
        this.routes = routes;
        this.clock = clock;
    }

    /** Goes on until the rollout ends (empty) or waits. */
    Optional<Outcome> advance(WorkerRun run, ReleaseRun candidate) {
        DeployStrategy strategy = plugins.strategy(candidate.version().strategy());
        run.become(served(run), "", List.of());
        RouteReport report = observe(run);
        for (int count = 0; count < MOST_STEPS; count++) {
            Step step = strategy.next(rollout(run, candidate, report));
            run.took(step, clock.instant());
            Optional<Outcome> end = take(run, candidate, step);
            if (end.isPresent() || run.step().isEmpty()) {
                return end;
            }
            report = observe(run);
        }
        throw new PluginBug(
                "strategy '"
                        + candidate.version().strategy()
                        + "' took "
                        + MOST_STEPS
                        + " steps without waiting or ending",
                new IllegalStateException());
    }

    /** Brings all instances to what is wanted now and the routes to what they answer. */
    private RouteReport observe(WorkerRun run) {
        run.releases().stream()
                .filter(release -> release.wanted() > 0 || release.ready() > 0)
                .forEach(release -> instances.reconcile(run, release));
        boolean rerouted = run.save();
        return rerouted || run.serving().isPresent()
                ? routes.publish(run.claim())
                : new RouteReport(0, Map.of());
    }

    private static WorkerStatus.Phase served(WorkerRun run) {
        return run.serving().filter(release -> release.weight() > 0).isPresent()
                ? WorkerStatus.Phase.ACTIVE
                : WorkerStatus.Phase.LOADING;
    }

    private Rollout rollout(WorkerRun run, ReleaseRun candidate, RouteReport report) {
        return new Rollout(
                clock.instant(),
                run.step(),
                run.since(),
                seen(candidate, report),
                run.serving().map(previous -> seen(previous, report)),
                false);
    }

    private static Rollout.Member seen(ReleaseRun release, RouteReport report) {
        return release.seen(report.traffic().getOrDefault(release.id(), Traffic.NONE));
    }

    private Optional<Outcome> take(WorkerRun run, ReleaseRun candidate, Step step) {
        switch (step) {
            case Step.Scale(ReleaseId release, int replicas) -> run.named(release).want(replicas);
            case Step.Shift(Map<ReleaseId, Integer> weights) -> shift(run, weights);
            case Step.Stop(ReleaseId release) -> run.named(release).want(0);
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

    private static void shift(WorkerRun run, Map<ReleaseId, Integer> weights) {
        weights.forEach(
                (id, weight) -> {
                    if (weight > 0 && run.named(id).ready() == 0) {
                        throw new PluginBug(
                                "the strategy gives traffic to release '"
                                        + id
                                        + "', which is not ready",
                                new IllegalStateException());
                    }
                });
        run.releases().forEach(release -> release.weigh(weights.getOrDefault(release.id(), 0)));
    }

    private static Optional<Outcome> waiting(
            WorkerRun run, ReleaseRun candidate, String phrase, Duration pause) {
        candidate.progress(phrase);
        run.save();
        return Optional.of(new Outcome.Again(pause));
    }

    private static void rollBack(WorkerRun run, ReleaseRun candidate, String reason) {
        candidate.weigh(0);
        candidate.want(0);
        candidate.reject(reason);
        run.endRollout();
    }

    private static void finish(WorkerRun run, ReleaseRun candidate) {
        if (candidate.weight() == 0) {
            throw new PluginBug(
                    "the strategy finished though release '" + candidate.id() + "' has no traffic",
                    new IllegalStateException());
        }
        candidate.become(VersionStatus.Phase.SUCCESS, "");
        run.serve(candidate);
        run.endRollout();
    }
}
