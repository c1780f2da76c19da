package dev.berth.work.reconcile;

import dev.berth.spi.Condition;
import dev.berth.spi.Endpoint;
import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.Plugins;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings the instances of releases to what is wanted of them now. */
final class Instances {

    private static final Duration SOON = Duration.ofMillis(100);

    private final Plugins plugins;

    Instances(Plugins plugins) {
        this.plugins = plugins;
    }

    /** Reconciles one release and notes what was found; returns when to look again, if soon. */
    Optional<Duration> reconcile(WorkerRun run, ReleaseRun release) {
        try {
            return note(
                    release,
                    runtime(run).reconcile(release.spec(run.worker()), operation(run, release)));
        } catch (PluginException refused) {
            if (refused.kind() == PluginException.Kind.UNAVAILABLE) {
                throw refused;
            }
            release.found(List.of(), Optional.of(String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    /** Stops all instances of a release that was rejected; its logs and its reason stay. */
    void halt(WorkerRun run, ReleaseRun release) {
        Optional<String> reason = release.failure();
        release.want(0);
        reconcile(run, release);
        release.found(List.of(), reason);
    }

    /** Removes all that is left of a release; returns when to look again, unless it is gone. */
    Optional<Duration> delete(WorkerRun run, ReleaseRun release) {
        return switch (runtime(run).delete(release.id(), operation(run, release))) {
            case ReleaseState.Gone() -> Optional.empty();
            case ReleaseState.InProgress(String _, Duration pause, List<Endpoint> _) ->
                    Optional.of(pause);
            case ReleaseState.Ready _, ReleaseState.Rejected _ -> Optional.of(SOON);
        };
    }

    private static Optional<Duration> note(ReleaseRun release, ReleaseState state) {
        return switch (state) {
            case ReleaseState.Ready ready -> {
                release.found(ready.endpoints(), Optional.empty());
                release.noteConditions(ready.conditions().stream().map(Instances::seen).toList());
                yield Optional.empty();
            }
            case ReleaseState.InProgress(String phrase, Duration pause, List<Endpoint> ready) -> {
                release.found(ready, Optional.empty());
                release.progress(phrase);
                yield Optional.of(pause);
            }
            case ReleaseState.Rejected(List<String> reasons) -> {
                release.found(List.of(), Optional.of(String.join("; ", reasons)));
                yield Optional.empty();
            }
            case ReleaseState.Gone() -> {
                release.found(List.of(), Optional.empty());
                yield Optional.of(SOON);
            }
        };
    }

    private static dev.berth.model.Condition seen(Condition said) {
        return new dev.berth.model.Condition(
                said.type(), said.status(), said.reason(), said.message());
    }

    private WorkerRuntime runtime(WorkerRun run) {
        return plugins.runtime(run.worker().settings().runtime());
    }

    private OperationContext operation(WorkerRun run, ReleaseRun release) {
        return plugins.operation(run.claim(), release::progress);
    }
}
