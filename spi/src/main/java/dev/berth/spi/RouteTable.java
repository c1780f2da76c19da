package dev.berth.spi;

import java.util.Set;

/**
 * All routes there are.
 *
 * @param revision grows with every change
 * @param routes one per host
 */
public record RouteTable(long revision, Set<Route> routes) {

    public RouteTable {
        routes = Set.copyOf(routes);
    }
}
