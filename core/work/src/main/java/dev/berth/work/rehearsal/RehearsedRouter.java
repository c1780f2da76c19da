package dev.berth.work.rehearsal;

import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Router;
import dev.berth.spi.Traffic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The router of a rehearsal: every table is in force at once, and whoever has a share answers many
 * requests, all of them well: one per millisecond and percent.
 */
final class RehearsedRouter implements Router {

    private static final Duration LATENCY = Duration.ofMillis(1);

    private final RehearsalClock clock;
    private final Map<ReleaseId, Traffic> seen = new HashMap<>();
    private List<Route.Target> inForce = List.of();
    private Duration counted = Duration.ZERO;

    RehearsedRouter(RehearsalClock clock) {
        this.clock = clock;
    }

    @Override
    public RouteReport apply(RouteTable table, OperationContext context) {
        long millis = clock.passed().minus(counted).toMillis();
        inForce.forEach(target -> count(target.release(), millis * target.weight()));
        counted = clock.passed();
        inForce = table.routes().stream().flatMap(route -> route.targets().stream()).toList();
        return new RouteReport(table.revision(), seen);
    }

    private void count(ReleaseId release, long requests) {
        Traffic before = seen.getOrDefault(release, Traffic.NONE);
        seen.put(release, new Traffic(0, before.requests() + requests, 0, LATENCY));
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
