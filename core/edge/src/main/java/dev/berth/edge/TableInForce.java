package dev.berth.edge;

import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.RouteTable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** Holds the one table that requests are routed by. Reading takes no lock. */
final class TableInForce {

    private static final Logger LOG = System.getLogger(TableInForce.class.getName());

    private final TrafficBook book = new TrafficBook();
    private final TableFile file;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Routing routing = Routing.EMPTY;

    TableInForce(TableFile file) {
        this.file = file;
        file.read().ifPresent(this::install);
    }

    Routing routing() {
        return routing;
    }

    /**
     * Returns a release that takes a request for {@code host} and counts it already, or nothing
     * where none is ready.
     */
    Optional<Backend> enter(String host, RandomGenerator random) {
        while (true) {
            Routing seen = routing;
            HostRoute route = seen.route(host);
            if (!route.ready()) {
                return Optional.empty();
            }
            Backend backend = route.choose(random);
            backend.traffic().began();
            // whoever was told that the release is idle, after a newer table, may have stopped it
            if (seen == routing) {
                return Optional.of(backend);
            }
            backend.traffic().ended();
        }
    }

    Report report() {
        return new Report(routing.revision(), book.snapshot(System.nanoTime()));
    }

    /** Puts the table into force, first on disk, unless it is no newer than the one in force. */
    Report apply(byte[] json) {
        RouteTable table = TableJson.read(json);
        changing.lock();
        try {
            if (table.revision() > routing.revision()) {
                file.write(json);
                install(table);
            }
        } finally {
            changing.unlock();
        }
        return report();
    }

    private void install(RouteTable table) {
        routing = routing.next(table, book);
        Set<ReleaseId> releases = new HashSet<>();
        for (Route route : table.routes()) {
            route.targets().forEach(target -> releases.add(target.release()));
        }
        book.retain(releases);
        LOG.log(
                Level.INFO,
                "route table in force revision={0} hosts={1} releases={2}",
                Long.toString(table.revision()),
                table.routes().size(),
                releases.size());
    }
}
