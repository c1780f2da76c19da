package dev.berth.plugin.strategies;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Stops the previous release, then starts the candidate: simple, with an interruption. */
final class RecreateStrategy implements DeployStrategy {

    private final Duration drainTimeout;

    RecreateStrategy(Duration drainTimeout) {
        this.drainTimeout = drainTimeout;
    }

    @Override
    public Step next(Rollout rollout) {
        Member candidate = rollout.candidate();
        Optional<Member> running = rollout.previous().filter(previous -> previous.wanted() > 0);
        if (candidate.failure().isPresent()) {
            return new Step.RollBack(candidate.failure().get());
        }
        return running.map(previous -> retire(rollout, previous)).orElseGet(() -> start(candidate));
    }

    private Step retire(Rollout rollout, Member previous) {
        if (previous.weight() > 0) {
            return new Step.Shift(Map.of());
        }
        return isDrained(rollout, previous)
                ? new Step.Stop(previous.release())
                : new Step.Drain(previous.release());
    }

    private boolean isDrained(Rollout rollout, Member previous) {
        Step drain = new Step.Drain(previous.release());
        boolean looked = rollout.step().equals(Optional.of(drain));
        boolean late = !rollout.now().isBefore(rollout.since().plus(drainTimeout));
        return looked && (previous.traffic().inFlight() == 0 || late);
    }

    private static Step start(Member candidate) {
        if (candidate.wanted() != candidate.replicas()) {
            return new Step.Scale(candidate.release(), candidate.replicas());
        }
        if (candidate.ready() < candidate.replicas()) {
            return Waits.forInstances(candidate);
        }
        return candidate.weight() < 100
                ? new Step.Shift(Map.of(candidate.release(), 100))
                : new Step.Finish();
    }
}
