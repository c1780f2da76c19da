package dev.berth.testkit;

import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Traffic;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A make-believe release: it gets ready after some waiting, or fails. */
final class RolloutRelease {

    private final ReleaseId id;
    private final int replicas;
    private final boolean fails;
    private final int patience;
    private int wanted;
    private int ready;
    private int weight;
    private int inFlight;
    private int waited;

    private RolloutRelease(ReleaseId id, int replicas, boolean fails, int patience) {
        this.id = id;
        this.replicas = replicas;
        this.fails = fails;
        this.patience = patience;
    }

    static RolloutRelease stopped(ReleaseId id, RandomGenerator random, boolean fails) {
        return new RolloutRelease(id, random.nextInt(1, 4), fails, random.nextInt(0, 5));
    }

    static RolloutRelease serving(ReleaseId id, RandomGenerator random) {
        RolloutRelease release = new RolloutRelease(id, random.nextInt(1, 4), false, 0);
        release.wanted = release.replicas;
        release.ready = release.replicas;
        release.weight = 100;
        release.inFlight = random.nextInt(0, 5);
        return release;
    }

    ReleaseId id() {
        return id;
    }

    Member seen() {
        return new Member(
                id,
                replicas,
                wanted,
                ready,
                weight,
                new Traffic(inFlight, 0, 0, Duration.ZERO),
                hasFailed() ? Optional.of(RolloutWorld.FAILURE) : Optional.empty());
    }

    boolean isReady() {
        return ready > 0;
    }

    void scale(int instances) {
        wanted = instances;
        ready = Math.min(ready, instances);
        settle();
    }

    void weigh(int share) {
        weight = share;
    }

    void pass() {
        waited += wanted > 0 ? 1 : 0;
        inFlight = weight > 0 ? inFlight : Math.max(0, inFlight - 1);
        settle();
    }

    private void settle() {
        if (!fails && waited >= patience) {
            ready = wanted;
        }
    }

    private boolean hasFailed() {
        return fails && wanted > 0 && waited >= patience;
    }
}
