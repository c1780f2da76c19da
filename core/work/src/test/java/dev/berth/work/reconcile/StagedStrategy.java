package dev.berth.work.reconcile;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import java.time.Duration;
import java.util.Map;

/** Gives a tenth of the traffic, then all of it, each for ten seconds; two errors are too many. */
public final class StagedStrategy implements DeployStrategy {

    private static final Duration HELD = Duration.ofSeconds(10);

    @Override
    public Step next(Rollout rollout) {
        Member candidate = rollout.candidate();
        if (candidate.failure().isPresent()) {
            return new Step.RollBack(candidate.failure().get());
        }
        if (candidate.recent().errors() > 1) {
            return new Step.RollBack(candidate.recent().errors() + " errors");
        }
        if (candidate.wanted() == 0) {
            return new Step.Scale(candidate.release(), candidate.replicas());
        }
        if (candidate.ready() < candidate.replicas()) {
            return new Step.Wait("starting", Duration.ofSeconds(1));
        }
        return candidate.weight() == 0 ? tenth(rollout) : watch(rollout);
    }

    private static Step tenth(Rollout rollout) {
        return new Step.Shift(
                Map.of(
                        rollout.candidate().release(),
                        10,
                        rollout.previous().orElseThrow().release(),
                        90));
    }

    private static Step watch(Rollout rollout) {
        Member candidate = rollout.candidate();
        if (!rollout.promoted() && rollout.now().isBefore(rollout.shifted().plus(HELD))) {
            return new Step.Wait(
                    candidate.recent().requests() + " requests", Duration.ofSeconds(1));
        }
        return candidate.weight() == 10
                ? new Step.Shift(Map.of(candidate.release(), 100))
                : new Step.Finish();
    }
}
