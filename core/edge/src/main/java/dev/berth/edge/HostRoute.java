package dev.berth.edge;

import java.util.List;
import java.util.random.RandomGenerator;

/** Shares the requests for one host among the releases that can take some. */
final class HostRoute {

    /** A release and its share. */
    record Share(Backend backend, int weight) {}

    static final HostRoute UNKNOWN = new HostRoute(List.of());

    private final Share[] shares;
    private final long total;

    /** Takes shares with a weight above 0. */
    HostRoute(List<Share> shares) {
        this.shares = shares.toArray(Share[]::new);
        this.total = shares.stream().mapToLong(Share::weight).sum();
    }

    boolean ready() {
        return total > 0;
    }

    /** Returns a release by weight. Only where {@link #ready}. */
    Backend choose(RandomGenerator random) {
        if (shares.length == 1) {
            return shares[0].backend();
        }
        long point = random.nextLong(total);
        int chosen = 0;
        while (point >= shares[chosen].weight()) {
            point -= shares[chosen].weight();
            chosen++;
        }
        return shares[chosen].backend();
    }
}
