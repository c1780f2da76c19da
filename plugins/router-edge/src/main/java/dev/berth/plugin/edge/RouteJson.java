package dev.berth.plugin.edge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Traffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The words of the edge's control API. */
final class RouteJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RouteJson() {}

    static byte[] write(RouteTable table) {
        ObjectNode json = MAPPER.createObjectNode().put("revision", table.revision());
        ArrayNode routes = json.putArray("routes");
        table.routes().forEach(route -> write(route, routes.addObject()));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Route route, ObjectNode json) {
        ArrayNode targets = json.put("host", route.host()).putArray("targets");
        route.targets().forEach(target -> write(target, targets.addObject()));
    }

    private static void write(Route.Target target, ObjectNode json) {
        json.put("release", target.release().toString()).put("weight", target.weight());
        ArrayNode endpoints = json.putArray("endpoints");
        target.endpoints().forEach(endpoint -> write(endpoint, endpoints.addObject()));
    }

    private static void write(Endpoint endpoint, ObjectNode json) {
        ObjectNode headers = json.put("uri", endpoint.uri().toString()).putObject("headers");
        endpoint.headers().forEach(headers::put);
    }

    /**
     * Reads a report.
     *
     * @throws IOException where it is none
     * @throws IllegalArgumentException where it names what is no release
     */
    static RouteReport read(byte[] json) throws IOException {
        JsonNode report = MAPPER.readTree(json);
        if (!report.path("revision").isIntegralNumber()) {
            throw new IOException("the report has no revision");
        }
        Map<ReleaseId, Traffic> traffic = new HashMap<>();
        report.path("traffic")
                .forEachEntry(
                        (release, seen) -> traffic.put(ReleaseId.parse(release), traffic(seen)));
        return new RouteReport(report.path("revision").longValue(), traffic);
    }

    private static Traffic traffic(JsonNode seen) {
        return new Traffic(
                seen.path("in_flight").longValue(),
                seen.path("requests").longValue(),
                seen.path("errors").longValue(),
                Duration.ofNanos(Math.round(seen.path("latency_ms").doubleValue() * 1e6)));
    }

    /** Returns what a problem document says, or nothing much where it is none. */
    static String detail(byte[] json) {
        try {
            return MAPPER.readTree(json).path("detail").asText("no reason given");
        } catch (JacksonException malformed) {
            return "no reason given";
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }
}
