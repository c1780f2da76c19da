package dev.berth.spi;

import java.util.List;

/**
 * Where requests for one host go.
 *
 * @param host the name without a port, in lower case
 * @param targets the releases that share its traffic; empty where nothing is ready
 */
public record Route(String host, List<Target> targets) {

    public Route {
        targets = List.copyOf(targets);
    }

    /**
     * A release that takes part.
     *
     * @param release the release
     * @param weight its share of the requests among the weights of the route; 0 takes none
     * @param endpoints its ready instances
     */
    public record Target(ReleaseId release, int weight, List<Endpoint> endpoints) {

        public Target {
            endpoints = List.copyOf(endpoints);
            if (weight < 0) {
                throw new IllegalArgumentException("weight is not negative");
            }
        }
    }
}
