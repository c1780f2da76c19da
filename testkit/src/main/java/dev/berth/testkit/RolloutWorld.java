package dev.berth.testkit;

import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import dev.berth.testkit.RolloutRelease.Fate;
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

    private static final ReleaseId NEW = new ReleaseId("0000000a", 2);
    private static final ReleaseId OLD = new ReleaseId("0000000a", 1);

    /** More steps than Berth takes without waiting once. */
    private static final int MOST_HURRIED = 50;

    private static final Duration LONGEST = Duration.ofHours(1);

    private final RolloutRelease candidate;
    private final Optional<RolloutRelease> previous;
    private final boolean exclusive;
    private final RandomGenerator random;
    private final boolean impatient;
    private final List<String> mistakes = new ArrayList<>();
    private Optional<Step> step = Optional.empty();
    private Instant now = Instant.EPOCH;
    private Instant since = now;
    private Instant shifted = now;
    private boolean promoted;
    private boolean interrupted;
    private int hurried;

    private RolloutWorld(
            RolloutRelease candidate,
            Optional<RolloutRelease> previous,
            boolean exclusive,
            boolean impatient,
            RandomGenerator random) {
        this.candidate = candidate;
        this.previous = previous;
        this.exclusive = exclusive;
        this.impatient = impatient;
        this.random = random;
    }

    static RolloutWorld healthy(RandomGenerator random) {
        return of(random, Fate.GOOD, Fate.GOOD, random.nextBoolean(), random.nextBoolean());
    }

    static RolloutWorld failing(RandomGenerator random) {
        return of(random, Fate.FAILING, Fate.GOOD, random.nextBoolean(), random.nextBoolean());
    }

    /** Whatever may happen to both, with a developer who cannot wait. */
    static RolloutWorld any(RandomGenerator random) {
        Fate served = Fate.any(random);
        Fate old = new Fate(false, served.mishaps(), served.errors(), served.latency());
        return of(random, Fate.any(random), old, random.nextBoolean(), random.nextBoolean());
    }

    /** As {@link #any}, but there is a release that served, and they may run side by side. */
    static RolloutWorld replacing(RandomGenerator random) {
        Fate old = new Fate(false, random.nextInt(4), 0, Duration.ofMillis(20));
        return of(random, Fate.any(random), old, true, false);
    }

    private static RolloutWorld of(
            RandomGenerator random, Fate fate, Fate old, boolean replaces, boolean exclusive) {
        RolloutRelease candidate = RolloutRelease.stopped(NEW, fate, random);
        Optional<RolloutRelease> previous =
                replaces ? Optional.of(RolloutRelease.serving(OLD, old, random)) : Optional.empty();
        return new RolloutWorld(candidate, previous, exclusive, random.nextBoolean(), random);
    }

    Rollout rollout() {
        return new Rollout(
                now,
                step,
                since,
                shifted,
                candidate.seen(),
                previous.map(RolloutRelease::seen),
                exclusive,
                promoted);
    }

    void take(Step next) {
        if (!step.equals(Optional.of(next))) {
            since = now;
        }
        step = Optional.of(next);
        hurried++;
        switch (next) {
            case Step.Scale(ReleaseId release, int replicas) -> scale(named(release), replicas);
            case Step.Shift(Map<ReleaseId, Integer> weights) -> shift(weights);
            case Step.Wait(String _, Duration pause) -> await(pause);
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

    /** Returns whether nobody had the traffic, or only who was not ready while another was. */
    boolean wasInterrupted() {
        return interrupted;
    }

    boolean servesOnlyCandidate() {
        return candidate.seen().weight() == 100
                && candidate.isReady()
                && previous.stream().allMatch(release -> release.seen().weight() == 0);
    }

    private void scale(RolloutRelease release, int replicas) {
        Member seen = release.seen();
        mustBe(
                replicas >= 0 && replicas <= seen.replicas(),
                "scales " + release.id() + " to " + replicas + " of " + seen.replicas());
        mustBe(
                seen.weight() == 0 || replicas >= seen.wanted(),
                "scales " + release.id() + " down, which has traffic");
        release.scale(replicas);
    }

    private void shift(Map<ReleaseId, Integer> weights) {
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        mustBe(weights.isEmpty() || sum == 100, "weights are " + sum + " in all, not 100");
        weights.forEach(
                (id, weight) ->
                        mustBe(
                                weight >= 0 && (weight == 0 || named(id).isReady()),
                                "gives " + weight + " % to " + id + ", which is not ready"));
        members().forEach(release -> release.weigh(weights.getOrDefault(release.id(), 0)));
        shifted = now;
        promoted = false;
    }

    private void drain(RolloutRelease release) {
        mustBe(release.seen().weight() == 0, "drains " + release.id() + ", which has traffic");
        pass(Duration.ofMillis(100));
    }

    private void stop(RolloutRelease release) {
        mustBe(release.seen().weight() == 0, "stops " + release.id() + ", which has traffic");
        release.scale(0);
    }

    private void await(Duration pause) {
        mustBe(
                !pause.isNegative() && pause.compareTo(LONGEST) <= 0,
                "waits for " + pause + ", which is more than an hour or less than nothing");
        pass(pause);
    }

    private void pass(Duration pause) {
        boolean silent = members().noneMatch(RolloutRelease::answers);
        interrupted |=
                previous.isPresent() && silent && members().anyMatch(RolloutRelease::isReady);
        hurried = 0;
        Duration time = pause.isPositive() ? pause : Duration.ofMillis(1);
        now = now.plus(time);
        members().forEach(release -> release.pass(time, random));
        promoted |= impatient && random.nextInt(10) == 0;
    }

    private void look() {
        mustBe(hurried <= MOST_HURRIED, "takes " + hurried + " steps without waiting");
        boolean both = members().allMatch(release -> release.seen().wanted() > 0);
        mustBe(
                !exclusive || previous.isEmpty() || !both,
                "both run, though the rollout is exclusive");
        boolean weighted = members().anyMatch(release -> release.seen().weight() > 0);
        interrupted |= previous.isPresent() && !weighted;
    }

    private void mustBe(boolean right, String mistake) {
        if (!right) {
            mistakes.add(mistake);
        }
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
