package dev.berth.inner;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Rollout;
import dev.berth.spi.Step;
import java.time.Duration;
import java.util.Map;

/** The least that a strategy does: starts, waits, shifts, goes back where requests fail. */
final class PlainStrategy implements DeployStrategy {

    @Override
    public Step next(Rollout rollout) {
        Rollout.Member candidate = rollout.candidate();
        if (candidate.failure().isPresent()) {
            return new Step.RollBack(candidate.failure().get());
        }
        if (candidate.recent().errors() > 0 && rollout.previous().isPresent()) {
            return new Step.RollBack("requests failed");
        }
        if (candidate.wanted() < candidate.replicas()) {
            return new Step.Scale(candidate.release(), candidate.replicas());
        }
        if (candidate.ready() < candidate.replicas()) {
            return new Step.Wait("starting", Duration.ofMillis(50));
        }
        return shiftedOrNot(rollout, candidate);
    }

    private static Step shiftedOrNot(Rollout rollout, Rollout.Member candidate) {
        if (candidate.weight() == 0) {
            return new Step.Shift(Map.of(candidate.release(), 100));
        }
        boolean watched = candidate.recent().requests() > 0 || rollout.previous().isEmpty();
        return watched ? new Step.Finish() : new Step.Wait("watching", Duration.ofMillis(50));
    }
}
