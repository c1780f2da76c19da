package dev.berth.edge;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A route table made ready for looking up. What is in flight to an instance passes on to the next
 * table.
 */
final class Routing {

    static final Routing EMPTY = new Routing(0, Map.of(), Map.of());

    private record Place(ReleaseId release, Endpoint endpoint) {}

    private final long revision;
    private final Map<String, HostRoute> hosts;
    private final Map<Place, Instance> instances;

    private Routing(long revision, Map<String, HostRoute> hosts, Map<Place, Instance> instances) {
        this.revision = revision;
        this.hosts = hosts;
        this.instances = instances;
    }

    long revision() {
        return revision;
    }

    Set<String> hosts() {
        return hosts.keySet();
    }

    /** Returns the route of a host in lower case, or {@link HostRoute#UNKNOWN}. */
    HostRoute route(String host) {
        return hosts.getOrDefault(host, HostRoute.UNKNOWN);
    }

    Routing next(RouteTable table, TrafficBook book) {
        Map<String, HostRoute> routes = HashMap.newHashMap(table.routes().size());
        Map<Place, Instance> places = new HashMap<>();
        for (Route route : table.routes()) {
            List<HostRoute.Share> shares = new ArrayList<>();
            for (Route.Target target : route.targets()) {
                ReleaseTraffic traffic = book.of(target.release());
                if (target.weight() > 0 && !target.endpoints().isEmpty()) {
                    List<Instance> reached = reached(target, places);
                    shares.add(
                            new HostRoute.Share(
                                    new Backend(target.release(), traffic, reached),
                                    target.weight()));
                }
            }
            routes.put(route.host(), new HostRoute(shares));
        }
        return new Routing(table.revision(), routes, places);
    }

    private List<Instance> reached(Route.Target target, Map<Place, Instance> places) {
        List<Instance> reached = new ArrayList<>();
        for (Endpoint endpoint : target.endpoints()) {
            Place place = new Place(target.release(), endpoint);
            Instance known = instances.get(place);
            Instance instance =
                    places.computeIfAbsent(
                            place, _ -> known == null ? new Instance(endpoint) : known);
            reached.add(instance);
        }
        return reached;
    }
}
