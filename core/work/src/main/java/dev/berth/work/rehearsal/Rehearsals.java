package dev.berth.work.rehearsal;

import dev.berth.model.Plan;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.PluginException;
import dev.berth.work.PluginBug;
import dev.berth.work.reconcile.RolloutSettings;
import dev.berth.work.worker.WorkerFacts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells beforehand what a deploy would do: plays it, by the code that does it, in a world of its
 * own in which all goes ideally. Changes nothing.
 */
public final class Rehearsals {

    private final Function<WorkerId, Optional<WorkerFacts>> facts;
    private final Function<String, DeployStrategy> strategies;
    private final InstantSource clock;
    private final RolloutSettings settings;

    /**
     * Creates it over what is known of workers, empty for one that does not exist, and the
     * configured strategies, of which one that does not exist throws {@code INVALID}.
     */
    public Rehearsals(
            Function<WorkerId, Optional<WorkerFacts>> facts,
            Function<String, DeployStrategy> strategies,
            InstantSource clock,
            RolloutSettings settings) {
        this.facts = facts;
        this.strategies = strategies;
        this.clock = clock;
        this.settings = settings;
    }

    /** Returns the plan; refuses where the strategy comes to no end, or cannot be asked. */
    public Plan plan(PlannedDeploy deploy) {
        Instant now = clock.instant();
        WorkerFacts before =
                deploy.worker().map(this::existing).orElseGet(() -> DeployedFacts.unmade(now));
        try {
            DeployStrategy strategy = strategies.apply(deploy.strategy());
            return new Rehearsal(deploy, before, strategy, clock, settings).play();
        } catch (PluginBug bug) {
            throw impossible(bug.getMessage());
        } catch (PluginException refused) {
            throw refusal(refused);
        }
    }

    private WorkerFacts existing(WorkerId worker) {
        return facts.apply(worker)
                .filter(found -> !found.worker().deleted())
                .orElseThrow(() -> Refusal.absent("worker", worker.value()));
    }

    static Refusal impossible(String why) {
        return Refusal.of(
                Refusal.Kind.IMPOSSIBLE,
                "cannot plan the deploy",
                List.of(new Problem("/strategy", why)));
    }

    private static Refusal refusal(PluginException refused) {
        String why = String.valueOf(refused.getMessage());
        return refused.kind() == PluginException.Kind.UNAVAILABLE
                ? Refusal.of(Refusal.Kind.UNAVAILABLE, "cannot plan the deploy: " + why)
                : impossible(why);
    }
}
