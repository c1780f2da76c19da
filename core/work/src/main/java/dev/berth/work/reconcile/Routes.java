package dev.berth.work.reconcile;

import dev.berth.spi.PluginException;
import dev.berth.spi.Route;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.work.Claim;
import dev.berth.work.Plugins;
import dev.berth.work.worker.WorkerRecords;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Brings the whole route table to the router. */
public final class Routes {

    private final WorkerRecords records;
    private final Plugins plugins;
    private final UnaryOperator<String> hosts;
    private final JoinedCall<RouteReport> publication = new JoinedCall<>();
    private final JoinedCall<RouteReport> look = new JoinedCall<>();
    private volatile boolean current;
    private volatile RouteTable last = new RouteTable(0, Set.of());

    /** Creates it; {@code hosts} tells the host of a worker's id. */
    public Routes(WorkerRecords records, Plugins plugins, UnaryOperator<String> hosts) {
        this.records = records;
        this.plugins = plugins;
        this.hosts = hosts;
    }

    /** Puts in force what is recorded, together with others who want the same meanwhile. */
    RouteReport publish(Claim claim) {
        return joined(publication, () -> putInForce(claim));
    }

    /**
     * Returns what the router sees of what is in force, together with others who want the same
     * meanwhile; puts the table in force only where it may not be any more.
     */
    RouteReport look(Claim claim) {
        return current ? joined(look, () -> apply(last, claim)) : publish(claim);
    }

    private static RouteReport joined(JoinedCall<RouteReport> call, Supplier<RouteReport> made) {
        try {
            return call.get(made);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new PluginException(
                    PluginException.Kind.UNAVAILABLE, "stopped while routes were published", stop);
        }
    }

    /**
     * Puts in force what is recorded. The revision is taken before the records are read: of two
     * Inners at once the one with the higher revision has seen what the other wrote.
     */
    private RouteReport putInForce(Claim claim) {
        current = true;
        try {
            RouteTable table = recorded();
            RouteReport report = apply(table, claim);
            last = table;
            return report;
        } catch (RuntimeException failed) {
            current = false;
            throw failed;
        }
    }

    private RouteTable recorded() {
        long revision = records.nextRevision();
        Set<Route> routes =
                records.routes().stream()
                        .map(
                                route ->
                                        new Route(
                                                hosts.apply(route.worker().value()),
                                                route.targets()))
                        .collect(Collectors.toUnmodifiableSet());
        return new RouteTable(revision, routes);
    }

    private RouteReport apply(RouteTable table, Claim claim) {
        RouteReport report =
                plugins.router().apply(table, plugins.operation(claim, Routes::ignore));
        if (report.revision() < table.revision()) {
            throw new PluginException(
                    PluginException.Kind.UNAVAILABLE,
                    "the router has revision %d in force, not %d"
                            .formatted(report.revision(), table.revision()));
        }
        return report;
    }

    /**
     * Puts in force what is recorded where that {@code changed}, or may not be in force any more.
     */
    void publishIf(boolean changed, Claim claim) {
        if (changed || !current) {
            publish(claim);
        }
    }

    /** Has the next run put the table in force anew: the router may have lost it. */
    public void doubt() {
        current = false;
    }

    private static void ignore(String phrase) {
        // a route is in force or not: nothing to tell a developer in between
    }
}
