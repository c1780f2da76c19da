package dev.berth.edge;

import dev.berth.spi.ReleaseId;
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

    /** Returns the instance with least in flight; those that are equal take turns. */
    Instance next() {
        int first = Math.floorMod(turn.getAndIncrement(), instances.length);
        Instance best = instances[first];
        for (int i = 1; i < instances.length; i++) {
            Instance other = instances[(first + i) % instances.length];
            if (other.inFlight() < best.inFlight()) {
                best = other;
            }
        }
        return best;
    }

    /** Returns an instance that is not {@code failed}. */
    Optional<Instance> nextBut(Instance failed) {
        int first = Math.floorMod(turn.getAndIncrement(), instances.length);
        for (int i = 0; i < instances.length; i++) {
            Instance other = instances[(first + i) % instances.length];
            if (other != failed) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}
