package dev.berth.spi;

import java.util.Map;

/**
 * What a router has in force, and what went through it.
 *
 * @param revision the revision of the table in force
 * @param traffic per release, since the router first saw it
 */
public record RouteReport(long revision, Map<ReleaseId, Traffic> traffic) {

    public RouteReport {
        traffic = Map.copyOf(traffic);
    }
}
