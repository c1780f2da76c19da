package dev.berth.plugin.strategies;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs both releases and moves the traffic over in portions, each looked at before the next. Never
 * takes traffic from a release that is ready before another one is.
 */
record SideBySide(Course course, Allowance allowance, Duration readyTimeout, Duration drainTimeout)
        implements DeployStrategy {

    private static final int ALL = 100;

    @Override
    public Step next(Rollout rollout) {
        Optional<String> failure = rollout.candidate().failure();
        if (failure.isPresent()) {
            return new Step.RollBack(failure.get());
        }
        if (rollout.exclusive()) {
            return new RecreateStrategy(drainTimeout).next(rollout);
        }
        return rollout.previous()
                .filter(previous -> previous.ready() > 0)
                .map(previous -> beside(rollout, previous))
                .orElseGet(() -> alone(rollout));
    }

    /** Nobody else can serve: there is nothing to go back to, and nothing to compare with. */
    private Step alone(Rollout rollout) {
        Member candidate = rollout.candidate();
        boolean orphaned = rollout.previous().isPresent() && candidate.ready() > 0;
        boolean whole = candidate.wanted() > 0 && candidate.ready() >= candidate.replicas();
        if (candidate.weight() < ALL && (orphaned || whole)) {
            return new Step.Shift(Map.of(candidate.release(), ALL));
        }
        if (candidate.wanted() < candidate.replicas()) {
            return new Step.Scale(candidate.release(), candidate.replicas());
        }
        return whole ? new Step.Finish() : waiting(rollout);
    }

    private Step beside(Rollout rollout, Member previous) {
        Member candidate = rollout.candidate();
        if (candidate.weight() > 0) {
            Optional<Step> look = look(rollout, previous);
            if (look.isPresent()) {
                return look.get();
            }
        }
        if (candidate.ready() < candidate.wanted()) {
            return waiting(rollout);
        }
        int share = course.share(candidate);
        if (share > candidate.weight()) {
            return shift(candidate, previous, share);
        }
        return candidate.wanted() < candidate.replicas()
                ? new Step.Scale(candidate.release(), course.instances(candidate))
                : new Step.Finish();
    }

    /** Looks at a candidate that has a share of the traffic; empty where it may have more. */
    private Optional<Step> look(Rollout rollout, Member previous) {
        Member candidate = rollout.candidate();
        if (candidate.ready() == 0) {
            return Optional.of(
                    new Step.RollBack(
                            "no instance of the new release was ready any more while it had "
                                    + candidate.weight()
                                    + " % of the traffic"));
        }
        return allowance
                .fault(candidate, previous)
                .<Step>map(Step.RollBack::new)
                .or(() -> watching(rollout));
    }

    private Optional<Step> watching(Rollout rollout) {
        if (rollout.promoted()) {
            return Optional.empty();
        }
        if (course.watch().isEmpty()) {
            return Optional.of(Waits.forDeveloper(course.name(), rollout));
        }
        Duration passed = Duration.between(rollout.shifted(), rollout.now());
        Duration watch = course.watch().get();
        Duration left = watch.minus(passed);
        return left.isPositive()
                ? Optional.of(Waits.watching(course.name(), rollout, watch, left))
                : Optional.empty();
    }

    private Step waiting(Rollout rollout) {
        Step.Wait wait = Waits.forInstances(rollout.candidate());
        boolean late = !rollout.now().isBefore(rollout.since().plus(readyTimeout));
        return rollout.step().equals(Optional.of(wait)) && late
                ? new Step.RollBack(
                        "for " + readyTimeout.toSeconds() + " s no more than " + wait.phrase())
                : wait;
    }

    private static Step shift(Member candidate, Member previous, int share) {
        Map<ReleaseId, Integer> weights = new HashMap<>();
        weights.put(candidate.release(), share);
        if (share < ALL) {
            weights.put(previous.release(), ALL - share);
        }
        return new Step.Shift(weights);
    }
}
