package dev.berth.testkit;

import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Traffic;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A make-believe release: it gets ready after some waiting, or fails; it answers requests, some of
 * them badly; its instances may die and come back.
 */
final class RolloutRelease {

    private static final int REQUESTS_A_SECOND = 40;

    private final ReleaseId id;
    private final int replicas;
    private final Fate fate;
    private final int patience;
    private int wanted;
    private int ready;
    private int weight;
    private int waited;
    private long deaths;
    private boolean failed;
    private Traffic traffic = Traffic.NONE;
    private Traffic before = Traffic.NONE;

    /**
     * What becomes of it.
     *
     * @param fails whether it never gets ready
     * @param mishaps how often instances of it die
     * @param errors how many of a hundred requests it answers badly
     * @param latency how long it takes for an answer
     */
    record Fate(boolean fails, int mishaps, int errors, Duration latency) {

        static final Fate GOOD = new Fate(false, 0, 0, Duration.ofMillis(20));
        static final Fate FAILING = new Fate(true, 0, 0, Duration.ofMillis(20));

        static Fate any(RandomGenerator random) {
            return new Fate(
                    random.nextInt(4) == 0,
                    random.nextInt(4),
                    random.nextInt(3) == 0 ? random.nextInt(100) : 0,
                    Duration.ofMillis(random.nextInt(1, 1000)));
        }
    }

    private RolloutRelease(ReleaseId id, Fate fate, RandomGenerator random) {
        this.id = id;
        this.fate = fate;
        this.replicas = random.nextInt(1, 5);
        this.patience = random.nextInt(0, 5);
    }

    static RolloutRelease stopped(ReleaseId id, Fate fate, RandomGenerator random) {
        return new RolloutRelease(id, fate, random);
    }

    static RolloutRelease serving(ReleaseId id, Fate fate, RandomGenerator random) {
        RolloutRelease release = new RolloutRelease(id, fate, random);
        release.wanted = release.replicas;
        release.ready = release.replicas;
        release.weight = 100;
        long seen = random.nextInt(0, 1000);
        release.traffic = new Traffic(random.nextInt(0, 5), seen, 0, fate.latency());
        release.before = release.traffic;
        return release;
    }

    ReleaseId id() {
        return id;
    }

    Member seen() {
        Optional<String> failure =
                failed ? Optional.of(RolloutWorld.FAILURE) : Optional.<String>empty();
        return new Member(id, replicas, wanted, ready, weight, before, traffic, failure);
    }

    boolean isReady() {
        return ready > 0;
    }

    boolean answers() {
        return ready > 0 && weight > 0;
    }

    void scale(int instances) {
        wanted = instances;
        ready = Math.min(ready, instances);
        settle();
    }

    void weigh(int share) {
        weight = share;
        before = traffic;
    }

    /** Lets time pass: requests come, instances get ready, others die. */
    void pass(Duration time, RandomGenerator random) {
        waited += wanted > 0 ? 1 : 0;
        answer(time);
        settle();
        if (deaths < fate.mishaps() && ready > 0 && random.nextInt(8) == 0) {
            die(random);
        }
    }

    private void answer(Duration time) {
        long more = ready == 0 ? 0 : time.toMillis() * REQUESTS_A_SECOND * weight / 100_000;
        traffic =
                new Traffic(
                        answers() ? 1 : Math.max(0, traffic.inFlight() - 1),
                        traffic.requests() + more,
                        traffic.errors() + more * fate.errors() / 100,
                        fate.latency());
    }

    private void die(RandomGenerator random) {
        deaths++;
        ready = random.nextBoolean() ? 0 : ready - 1;
        waited = patience - 1 - random.nextInt(10);
    }

    private void settle() {
        if (wanted == 0 || waited < patience) {
            return;
        }
        failed = fate.fails();
        ready = failed ? 0 : wanted;
    }
}
