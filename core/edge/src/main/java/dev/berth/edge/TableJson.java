package dev.berth.edge;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Traffic;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads route tables, and writes reports. */
final class TableJson {

    private TableJson() {}

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static RouteTable read(byte[] json) {
        try {
            JsonObject table = new JsonObject(Buffer.buffer(json));
            long revision = whole(table, "revision");
            require(revision > 0, "the revision is 1 or more");
            List<Route> routes = each(table, "routes", TableJson::route);
            Map<String, Route> byHost = new LinkedHashMap<>();
            for (Route route : routes) {
                Route other = byHost.put(route.host(), route);
                require(other == null, "host '" + route.host() + "' has two routes");
            }
            return new RouteTable(revision, Set.copyOf(byHost.values()));
        } catch (DecodeException | ClassCastException malformed) {
            throw new IllegalArgumentException(
                    "not a route table: " + malformed.getMessage(), malformed);
        }
    }

    private static Route route(JsonObject route) {
        String host = text(route, "host");
        require(
                !host.isEmpty() && host.equals(HostName.of(host)),
                "'" + host + "' is not a host name in lower case");
        return new Route(host, each(route, "targets", TableJson::target));
    }

    private static Route.Target target(JsonObject target) {
        long weight = whole(target, "weight");
        require(weight >= 0 && weight <= Integer.MAX_VALUE, "a weight is 0 or more");
        return new Route.Target(
                ReleaseId.parse(text(target, "release")),
                (int) weight,
                each(target, "endpoints", TableJson::endpoint));
    }

    private static Endpoint endpoint(JsonObject endpoint) {
        URI uri = URI.create(text(endpoint, "uri"));
        require(
                "http".equals(uri.getScheme()) && uri.getHost() != null,
                "'" + uri + "' is not http://<host>:<port>");
        Map<String, String> headers = new HashMap<>();
        JsonObject given = endpoint.getJsonObject("headers", new JsonObject());
        given.fieldNames().forEach(name -> headers.put(name, text(given, name)));
        return new Endpoint(uri, headers);
    }

    private static <T> List<T> each(JsonObject holder, String name, Function<JsonObject, T> read) {
        JsonArray array = holder.getJsonArray(name);
        require(array != null, "'" + name + "' is missing");
        List<T> all = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            JsonObject element = array.getJsonObject(i);
            require(element != null, "'" + name + "' holds objects");
            all.add(read.apply(element));
        }
        return all;
    }

    private static String text(JsonObject holder, String name) {
        Object value = holder.getValue(name);
        require(value instanceof String, "'" + name + "' is a string");
        return (String) value;
    }

    private static long whole(JsonObject holder, String name) {
        Object value = holder.getValue(name);
        require(
                value instanceof Integer || value instanceof Long,
                "'" + name + "' is a whole number");
        return ((Number) value).longValue();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static Buffer write(Report report) {
        JsonObject traffic = new JsonObject();
        report.releases()
                .forEach((release, seen) -> traffic.put(release.toString(), traffic(seen)));
        return new JsonObject()
                .put("revision", report.revision())
                .put("traffic", traffic)
                .toBuffer();
    }

    private static JsonObject traffic(Seen release) {
        Traffic seen = release.traffic();
        return new JsonObject()
                .put("in_flight", seen.inFlight())
                .put("streams", release.streams())
                .put("requests", seen.requests())
                .put("errors", seen.errors())
                .put("latency_ms", seen.latency().toNanos() / 1e6);
    }
}
