package dev.berth.work.reconcile;

import dev.berth.spi.ReleaseId;
import dev.berth.spi.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stops releases that are wanted no more, each when it has answered what was in flight; the one
 * that served before is kept for a while.
 */
final class Retirement {

    private static final Duration SOONEST = Duration.ofMillis(50);
    private static final Duration LATEST = Duration.ofSeconds(1);

    private final Instances instances;
    private final Routes routes;
    private final InstantSource clock;
    private final Duration drainTimeout;

    Retirement(Instances instances, Routes routes, InstantSource clock, Duration drainTimeout) {
        this.instances = instances;
        this.routes = routes;
        this.clock = clock;
        this.drainTimeout = drainTimeout;
    }

    /**
     * Goes on with it as far as that is possible now; needs the routes in force. Returns when to
     * look again, if soon. The caller writes down where that leads to.
     */
    Optional<Duration> goOn(WorkerRun run) {
        warm(run);
        List<ReleaseRun> leaving = leaving(run);
        if (leaving.isEmpty()) {
            return Optional.empty();
        }
        Map<ReleaseId, Traffic> traffic = traffic(run, leaving);
        Optional<Duration> pause = Optional.empty();
        for (ReleaseRun release : leaving) {
            Optional<Duration> left =
                    isDrained(release, traffic)
                            ? remove(run, release)
                            : Optional.of(pause(release));
            pause = shorter(pause, left);
        }
        return pause;
    }

    /** Returns whether nothing is in flight to a release, or has been for too long. */
    boolean isDrained(ReleaseRun release, Map<ReleaseId, Traffic> traffic) {
        boolean idle = traffic.getOrDefault(release.id(), Traffic.NONE).inFlight() == 0;
        return idle || release.idleSince().filter(this::isTooLong).isPresent();
    }

    /** Returns when to look again at a release that is being drained: soon, then less often. */
    Duration pause(ReleaseRun release) {
        Instant now = clock.instant();
        Duration waited = Duration.between(release.idleSince().orElse(now), now);
        long millis = Math.clamp(waited.toMillis() / 4, SOONEST.toMillis(), LATEST.toMillis());
        return Duration.ofMillis(millis);
    }

    static Optional<Duration> shorter(Optional<Duration> one, Optional<Duration> other) {
        return Stream.concat(one.stream(), other.stream()).min(Duration::compareTo);
    }

    /** Keeps what served before ready, unless its time is over or it fails. */
    private void warm(WorkerRun run) {
        boolean over =
                run.warmUntil().filter(until -> !clock.instant().isBefore(until)).isPresent();
        Optional<ReleaseRun> kept = run.warm().filter(_ -> !over);
        kept.ifPresent(release -> instances.reconcile(run, release));
        if (kept.filter(release -> release.failure().isEmpty()).isEmpty()) {
            run.letGo();
        }
        run.save();
    }

    private static List<ReleaseRun> leaving(WorkerRun run) {
        return Stream.concat(run.overtaken().stream(), run.refused().stream())
                .filter(release -> run.warm().filter(release::equals).isEmpty())
                .toList();
    }

    private Map<ReleaseId, Traffic> traffic(WorkerRun run, List<ReleaseRun> leaving) {
        boolean served = leaving.stream().anyMatch(release -> release.idleSince().isPresent());
        return served ? routes.publish(run.claim()).traffic() : Map.of();
    }

    private boolean isTooLong(Instant idleSince) {
        return !clock.instant().isBefore(idleSince.plus(drainTimeout));
    }

    /** Stops it; of one that was refused its logs and its reason stay. */
    private Optional<Duration> remove(WorkerRun run, ReleaseRun release) {
        release.drained();
        if (run.refused().filter(release::equals).isPresent()) {
            instances.halt(run, release);
            return Optional.empty();
        }
        Optional<Duration> left = instances.delete(run, release);
        if (left.isEmpty()) {
            run.forget(release);
        }
        return left;
    }
}
