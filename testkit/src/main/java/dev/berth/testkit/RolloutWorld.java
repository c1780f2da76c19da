package dev.berth.testkit;

import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A make-believe worker whose candidate takes over, step by step; it notes what must not be. */
final class RolloutWorld {

    static final String FAILURE = "exited with code 3";

    private final RolloutRelease candidate;
    private final Optional<RolloutRelease> previous;
    private final boolean exclusive;
    private final List<String> mistakes = new ArrayList<>();
    private Optional<Step> step = Optional.empty();
    private Instant now = Instant.EPOCH;
    private Instant since = Instant.EPOCH;
    private boolean interrupted;

    private RolloutWorld(
            RolloutRelease candidate, Optional<RolloutRelease> previous, boolean exclusive) {
        this.candidate = candidate;
        this.previous = previous;
        this.exclusive = exclusive;
    }

    static RolloutWorld healthy(RandomGenerator random) {
        return of(random, false, random.nextBoolean());
    }

    static RolloutWorld failing(RandomGenerator random) {
        return of(random, true, random.nextBoolean());
    }

    static RolloutWorld any(RandomGenerator random) {
        return of(random, random.nextBoolean(), random.nextBoolean());
    }

    /** Two healthy releases that may run side by side. */
    static RolloutWorld replacing(RandomGenerator random) {
        RolloutWorld world = of(random, false, true);
        return new RolloutWorld(world.candidate, world.previous, false);
    }

    private static RolloutWorld of(RandomGenerator random, boolean fails, boolean replaces) {
        RolloutRelease candidate =
                RolloutRelease.stopped(new ReleaseId("0000000a", 2), random, fails);
        Optional<RolloutRelease> previous =
                replaces
                        ? Optional.of(RolloutRelease.serving(new ReleaseId("0000000a", 1), random))
                        : Optional.empty();
        return new RolloutWorld(candidate, previous, random.nextBoolean());
    }

    Rollout rollout() {
        return new Rollout(
                now, step, since, candidate.seen(), previous.map(RolloutRelease::seen), exclusive);
    }

    void take(Step next) {
        if (!step.equals(Optional.of(next))) {
            since = now;
        }
        step = Optional.of(next);
        switch (next) {
            case Step.Scale(ReleaseId release, int replicas) -> named(release).scale(replicas);
            case Step.Shift(Map<ReleaseId, Integer> weights) -> shift(weights);
            case Step.Wait(String _, Duration pause) -> pass(pause);
            case Step.Drain(ReleaseId release) -> drain(named(release));
            case Step.Stop(ReleaseId release) -> stop(named(release));
            case Step.RollBack _, Step.Finish _ ->
                    throw new IllegalStateException("the rollout has ended");
        }
        look();
    }

    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    boolean servesOnlyCandidate() {
        return candidate.seen().weight() == 100
                && candidate.isReady()
                && previous.stream().allMatch(release -> release.seen().weight() == 0);
    }

    private void shift(Map<ReleaseId, Integer> weights) {
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (!weights.isEmpty() && sum != 100) {
            mistakes.add("weights are " + sum + " in all, not 100");
        }
        members().forEach(release -> release.weigh(weights.getOrDefault(release.id(), 0)));
    }

    private void drain(RolloutRelease release) {
        if (release.seen().weight() > 0) {
            mistakes.add("drains " + release.id() + ", which has traffic");
        }
        pass(Duration.ofMillis(100));
    }

    private void stop(RolloutRelease release) {
        if (release.seen().weight() > 0) {
            mistakes.add("stops " + release.id() + ", which has traffic");
        }
        release.scale(0);
    }

    private void pass(Duration pause) {
        now = now.plus(pause.isPositive() ? pause : Duration.ofMillis(1));
        members().forEach(RolloutRelease::pass);
    }

    private void look() {
        members()
                .filter(release -> release.seen().weight() > 0 && !release.isReady())
                .forEach(release -> mistakes.add(release.id() + " has traffic and is not ready"));
        if (exclusive && members().filter(release -> release.seen().wanted() > 0).count() > 1) {
            mistakes.add("both run, though the rollout is exclusive");
        }
        interrupted |=
                previous.isPresent() && members().allMatch(release -> release.seen().weight() == 0);
    }

    private RolloutRelease named(ReleaseId release) {
        return members()
                .filter(member -> member.id().equals(release))
                .findAny()
                .orElseThrow(() -> new AssertionError(release + " does not take part"));
    }

    private Stream<RolloutRelease> members() {
        return Stream.concat(Stream.of(candidate), previous.stream());
    }

    @Override
    public String toString() {
        Optional<Member> old = previous.map(RolloutRelease::seen);
        return "after " + step + ": candidate " + candidate.seen() + ", previous " + old;
    }
}
