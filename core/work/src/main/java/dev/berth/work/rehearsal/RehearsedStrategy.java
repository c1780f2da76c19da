package dev.berth.work.rehearsal;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Rollout;
import dev.berth.spi.Step;
import dev.berth.work.reconcile.NextStep;
import java.time.Duration;
import java.time.Instant;

/**
 * The strategy of a rehearsal: the configured one, and a developer who promotes at once where it
 * would wait for him for ever. Notes each step. A strategy is a pure function: what it would say
 * later, or to a developer, it can be asked now.
 */
final class RehearsedStrategy implements DeployStrategy {

    private static final Duration EVER = Duration.ofDays(366);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** After so many looks in a row so many are made one, where none of them makes a difference. */
    private static final int PATIENCE = 600;

    private static final int LEAP = 60;

    private final NextStep strategy;
    private final PlanNotes notes;
    private int waits;

    RehearsedStrategy(NextStep strategy, PlanNotes notes) {
        this.strategy = strategy;
        this.notes = notes;
    }

    @Override
    public Step next(Rollout rollout) {
        Step step = strategy.of(rollout);
        if (step instanceof Step.Wait && isUpToDeveloper(rollout)) {
            notes.promoted();
            step = strategy.of(at(rollout.now(), true, rollout));
        }
        notes.take(rollout, step);
        return step instanceof Step.Wait wait ? wait(rollout, wait) : hurry(step);
    }

    private Step hurry(Step step) {
        waits = 0;
        return step;
    }

    /** Waits longer where that has gone on for long, and the strategy would then still wait. */
    private Step wait(Rollout rollout, Step.Wait wait) {
        waits++;
        Duration leap = wait.callAgainAfter().multipliedBy(LEAP);
        Instant later = rollout.now().plus(leap);
        return waits > PATIENCE
                        && leap.compareTo(LONGEST_WAIT) <= 0
                        && strategy.of(at(later, false, rollout)) instanceof Step.Wait
                ? new Step.Wait(wait.phrase(), leap)
                : wait;
    }

    /** Returns whether it would say the same for ever, but something else if promoted. */
    private boolean isUpToDeveloper(Rollout rollout) {
        return !goesOn(strategy.of(at(rollout.now().plus(EVER), false, rollout)))
                && goesOn(strategy.of(at(rollout.now(), true, rollout)));
    }

    private static boolean goesOn(Step step) {
        return switch (step) {
            case Step.Scale _, Step.Shift _, Step.Stop _, Step.Finish _ -> true;
            case Step.Wait _, Step.Drain _, Step.RollBack _ -> false;
        };
    }

    private static Rollout at(Instant now, boolean promoted, Rollout rollout) {
        return new Rollout(
                now,
                rollout.step(),
                rollout.since(),
                rollout.shifted(),
                rollout.candidate(),
                rollout.previous(),
                rollout.exclusive(),
                promoted);
    }
}
