package dev.berth.work.reconcile;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import dev.berth.work.PluginBug;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a strategy for the next step, and lets none pass that does harm or makes no sense. */
public record NextStep(String name, DeployStrategy strategy) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    public Step of(Rollout rollout) {
        Step step = asked(rollout);
        switch (step) {
            case Step.Scale(ReleaseId release, int replicas) ->
                    check(member(rollout, release), replicas);
            case Step.Shift(Map<ReleaseId, Integer> weights) -> check(rollout, weights);
            case Step.Wait(String phrase, Duration pause) -> check(phrase, pause);
            case Step.Drain(ReleaseId release) -> idle("drains", member(rollout, release));
            case Step.Stop(ReleaseId release) -> idle("stops", member(rollout, release));
            case Step.RollBack(String reason) ->
                    mustBe(reason != null && !reason.isBlank(), "rolls back without a reason");
            case Step.Finish() -> checkEnd(rollout);
        }
        return step;
    }

    PluginBug bug(String what) {
        return bug(what, new IllegalStateException(what));
    }

    private Step asked(Rollout rollout) {
        try {
            return Optional.ofNullable(strategy.next(rollout))
                    .orElseThrow(() -> bug("answers with no step"));
        } catch (PluginException | PluginBug known) {
            throw known;
        } catch (RuntimeException thrown) {
            throw bug("failed: " + thrown, thrown);
        }
    }

    private void check(Member member, int replicas) {
        mustBe(
                replicas >= 0 && replicas <= member.replicas(),
                "scales release '%s' to %d instances of %d"
                        .formatted(member.release(), replicas, member.replicas()));
        mustBe(
                member.weight() == 0 || replicas >= member.wanted(),
                "scales release '%s' down, which has traffic".formatted(member.release()));
    }

    private void check(Rollout rollout, Map<ReleaseId, Integer> weights) {
        weights.forEach((id, weight) -> check(member(rollout, id), weight.longValue()));
        long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
        mustBe(weights.isEmpty() || sum == 100, "shares out " + sum + " percent of the traffic");
    }

    private void check(Member member, long weight) {
        mustBe(
                weight >= 0 && weight <= 100,
                "gives release '%s' %d percent of the traffic".formatted(member.release(), weight));
        mustBe(
                weight == 0 || member.ready() > 0,
                "gives traffic to release '%s', which is not ready".formatted(member.release()));
    }

    private void check(String phrase, Duration pause) {
        mustBe(phrase != null && pause != null, "waits without a phrase or a pause");
        mustBe(
                !pause.isNegative() && pause.compareTo(LONGEST_WAIT) <= 0,
                "waits for " + pause + ", which is more than an hour or less than nothing");
    }

    private void idle(String does, Member member) {
        mustBe(
                member.weight() == 0,
                "%s release '%s', which has traffic".formatted(does, member.release()));
    }

    private void checkEnd(Rollout rollout) {
        Member candidate = rollout.candidate();
        mustBe(
                candidate.weight() == 100,
                "finishes while release '%s' has %d percent of the traffic"
                        .formatted(candidate.release(), candidate.weight()));
    }

    private Member member(Rollout rollout, ReleaseId id) {
        return Stream.concat(Stream.of(rollout.candidate()), rollout.previous().stream())
                .filter(member -> member.release().equals(id))
                .findAny()
                .orElseThrow(() -> bug("names release '" + id + "', which is not its"));
    }

    private void mustBe(boolean right, String mistake) {
        if (!right) {
            throw bug(mistake);
        }
    }

    private PluginBug bug(String what, RuntimeException cause) {
        return new PluginBug("strategy '" + name + "' " + what, cause);
    }
}
