package dev.berth.edge;

import dev.berth.spi.ReleaseId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the traffic of every release that is routed to, was until the last table, or still has
 * requests.
 */
final class TrafficBook {

    private final Map<ReleaseId, ReleaseTraffic> releases = new ConcurrentHashMap<>();
    private Set<ReleaseId> routed = Set.of();

    ReleaseTraffic of(ReleaseId release) {
        return releases.computeIfAbsent(release, _ -> new ReleaseTraffic());
    }

    /**
     * Forgets the releases that neither {@code now} nor the table before it names, once they are
     * idle.
     */
    void retain(Set<ReleaseId> now) {
        Set<ReleaseId> kept = new HashSet<>(routed);
        kept.addAll(now);
        releases.entrySet()
                .removeIf(entry -> !kept.contains(entry.getKey()) && entry.getValue().idle());
        routed = Set.copyOf(now);
    }

    Map<ReleaseId, Seen> snapshot(long now) {
        Map<ReleaseId, Seen> traffic = new HashMap<>();
        releases.forEach((release, counted) -> traffic.put(release, counted.snapshot(now)));
        return traffic;
    }
}
