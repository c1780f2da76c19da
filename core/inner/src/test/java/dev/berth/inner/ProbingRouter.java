package dev.berth.inner;

import dev.berth.spi.Endpoint;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Router;
import dev.berth.spi.Traffic;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A router that sends one request to each instance in a table that is put in force. */
final class ProbingRouter implements Router {

    private final Map<ReleaseId, Traffic> traffic = new ConcurrentHashMap<>();
    private volatile RouteTable table = new RouteTable(0, Set.of());

    /** Returns the shares of a worker's releases, by their numbers. */
    Map<Long, Integer> weights(String worker) {
        Map<Long, Integer> weights = new TreeMap<>();
        for (Route.Target target : targets()) {
            if (target.release().worker().equals(worker)) {
                weights.put(target.release().number(), target.weight());
            }
        }
        return weights;
    }

    @Override
    public RouteReport apply(RouteTable wanted, OperationContext context) {
        table = wanted;
        targets().stream().filter(target -> target.weight() > 0).forEach(this::probe);
        return new RouteReport(wanted.revision(), traffic);
    }

    @Override
    public void close() {
        // nothing is open
    }

    private List<Route.Target> targets() {
        return table.routes().stream().flatMap(route -> route.targets().stream()).toList();
    }

    private void probe(Route.Target target) {
        for (Endpoint endpoint : target.endpoints()) {
            long errors = answers(endpoint) ? 0 : 1;
            traffic.merge(
                    target.release(),
                    new Traffic(0, 1, errors, Duration.ZERO),
                    (before, now) ->
                            new Traffic(
                                    0,
                                    before.requests() + now.requests(),
                                    before.errors() + now.errors(),
                                    Duration.ZERO));
        }
    }

    private static boolean answers(Endpoint endpoint) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(endpoint.uri().getHost(), endpoint.uri().getPort()));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
