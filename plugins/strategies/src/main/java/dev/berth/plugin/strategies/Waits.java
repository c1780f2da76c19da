package dev.berth.plugin.strategies;

import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import dev.berth.spi.Traffic;
import java.time.Duration;

/** What is waited for, in a person's words. */
final class Waits {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);

    private Waits() {}

    static Step.Wait forInstances(Member candidate) {
        return new Step.Wait(
                "%d of %d instances of the new release are ready"
                        .formatted(candidate.ready(), candidate.wanted()),
                SOON);
    }

    /** Looks at the candidate's share of the traffic for {@code left} more of {@code watch}. */
    static Step.Wait watching(String name, Rollout rollout, Duration watch, Duration left) {
        Duration pause = left.compareTo(NOW_AND_THEN) < 0 ? left : NOW_AND_THEN;
        return new Step.Wait(watched(name, rollout, " for " + watch.toSeconds() + " s"), pause);
    }

    /** Looks at the candidate's share of the traffic until a developer has seen enough. */
    static Step.Wait forDeveloper(String name, Rollout rollout) {
        return new Step.Wait(
                watched(name, rollout, "") + "; waits for promote or abort", NOW_AND_THEN);
    }

    // only what was seen changes it: what is written down anew each second costs all who watch
    private static String watched(String name, Rollout rollout, String howLong) {
        Member candidate = rollout.candidate();
        Traffic seen = candidate.recent();
        return "%s: %d %%%s, %d requests, %d errors"
                .formatted(name, candidate.weight(), howLong, seen.requests(), seen.errors());
    }
}
