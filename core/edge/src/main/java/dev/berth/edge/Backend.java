package dev.berth.edge;

import dev.berth.spi.ReleaseId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A release that takes part in a host's traffic, with its instances, of which there is at least
 * one.
 */
final class Backend {

    private final ReleaseId release;
    private final ReleaseTraffic traffic;
    private final Instance[] instances;
    private final AtomicInteger turn = new AtomicInteger();

    Backend(ReleaseId release, ReleaseTraffic traffic, List<Instance> instances) {
        this.release = release;
        this.traffic = traffic;
        this.instances = instances.toArray(Instance[]::new);
    }

    ReleaseId release() {
        return release;
    }

    ReleaseTraffic traffic() {
        return traffic;
    }

    /** Returns the instance for a request that has tried none yet. */
    Instance first(long now) {
        return instances.length == 1
                ? instances[0]
                : next(List.of(), now).orElseThrow(); // empty only where all were tried
    }

    /**
     * Returns the instance to try after {@code tried}: one that is due to be probed, else of those
     * that take connections the one with least in flight, else one that does not take any. Those
     * that are equal take turns. Empty where all were tried.
     */
    Optional<Instance> next(Collection<Instance> tried, long now) {
        int start = Math.floorMod(turn.getAndIncrement(), instances.length);
        Instance best = null;
        for (int i = 0; i < instances.length; i++) {
            Instance other = instances[(start + i) % instances.length];
            if (!tried.contains(other)) {
                if (other.toBeProbed(now)) {
                    return Optional.of(other);
                }
                best = best == null || better(other, best) ? other : best;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean better(Instance one, Instance other) {
        return one.ejected() == other.ejected()
                ? one.inFlight() < other.inFlight()
                : other.ejected();
    }
}
