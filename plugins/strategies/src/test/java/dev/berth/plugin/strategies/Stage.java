package dev.berth.plugin.strategies;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Step;
import dev.berth.spi.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A rollout of release 2 beside release 1, of three instances each, put together by a test. */
final class Stage {

    static final ReleaseId NEW = new ReleaseId("0000000a", 2);
    static final ReleaseId OLD = new ReleaseId("0000000a", 1);

    private static final Instant BEGIN = Instant.EPOCH;

    private Member candidate =
            new Member(NEW, 3, 0, 0, 0, Traffic.NONE, Traffic.NONE, Optional.empty());
    private Optional<Member> previous =
            Optional.of(
                    new Member(OLD, 3, 3, 3, 100, Traffic.NONE, Traffic.NONE, Optional.empty()));
    private Optional<Step> step = Optional.empty();
    private Instant now = BEGIN;
    private boolean exclusive;
    private boolean promoted;

    Stage candidate(int wanted, int ready, int weight) {
        candidate =
                new Member(
                        NEW,
                        3,
                        wanted,
                        ready,
                        weight,
                        candidate.before(),
                        candidate.traffic(),
                        candidate.failure());
        previous = previous.map(old -> with(old, old.ready(), 100 - weight));
        return this;
    }

    Stage previousReady(int ready) {
        previous = previous.map(old -> with(old, ready, old.weight()));
        return this;
    }

    Stage first() {
        previous = Optional.empty();
        return this;
    }

    Stage candidateSaw(long requests, long errors, long millis) {
        candidate = saw(candidate, requests, errors, millis);
        return this;
    }

    Stage previousSaw(long requests, long errors, long millis) {
        previous = previous.map(old -> saw(old, requests, errors, millis));
        return this;
    }

    Stage inFlight(long requests) {
        previous =
                previous.map(
                        old ->
                                new Member(
                                        OLD,
                                        3,
                                        3,
                                        3,
                                        0,
                                        Traffic.NONE,
                                        new Traffic(requests, 0, 0, Duration.ZERO),
                                        Optional.empty()));
        return this;
    }

    Stage after(Step last, Duration time) {
        step = Optional.of(last);
        return after(time);
    }

    Stage after(Duration time) {
        now = BEGIN.plus(time);
        return this;
    }

    Stage exclusive() {
        exclusive = true;
        return this;
    }

    Stage promoted() {
        promoted = true;
        return this;
    }

    Step play(DeployStrategy strategy) {
        return strategy.next(
                new Rollout(now, step, BEGIN, BEGIN, candidate, previous, exclusive, promoted));
    }

    private static Member with(Member old, int ready, int weight) {
        return new Member(OLD, 3, 3, ready, weight, old.before(), old.traffic(), Optional.empty());
    }

    private static Member saw(Member member, long requests, long errors, long millis) {
        return new Member(
                member.release(),
                3,
                member.wanted(),
                member.ready(),
                member.weight(),
                Traffic.NONE,
                new Traffic(0, requests, errors, Duration.ofMillis(millis)),
                member.failure());
    }
}
