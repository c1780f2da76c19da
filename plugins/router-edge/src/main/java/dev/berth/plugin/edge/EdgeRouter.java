package dev.berth.plugin.edge;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.PluginException.Kind;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Router;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** Pushes whole tables to the control port of the edge, each once where the edge keeps it. */
final class EdgeRouter implements Router {

    private final URI table;
    private final URI report;
    private final Path tokenFile;
    private final InstantSource clock;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private volatile long inForce;

    EdgeRouter(EdgeConfig config, PluginContext context) {
        this.table = config.url().resolve("/table");
        this.report = config.url().resolve("/report");
        this.tokenFile = config.tokenFile();
        this.clock = context.clock();
    }

    @Override
    public RouteReport apply(RouteTable routes, OperationContext context) {
        if (routes.revision() == inForce) {
            RouteReport seen = answer(get(report), context.deadline());
            if (seen.revision() >= routes.revision()) {
                return seen;
            }
        }
        RouteReport taken = answer(put(RouteJson.write(routes)), context.deadline());
        inForce = taken.revision();
        return taken;
    }

    private RouteReport answer(HttpRequest.Builder request, Instant deadline) {
        HttpResponse<byte[]> response;
        try {
            response = send(request, deadline);
        } catch (IOException failure) {
            throw failed(Kind.UNAVAILABLE, "does the edge run? " + reason(failure), failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw failed(Kind.UNAVAILABLE, "interrupted", stop);
        }
        return read(response);
    }

    private static String reason(IOException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "no connection");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, Instant deadline)
            throws IOException, InterruptedException {
        try {
            return client.send(within(request, deadline), BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpTimeoutException failure) {
            throw failure;
        } catch (IOException _) {
            // a kept connection that the edge has closed meanwhile; the table may safely come twice
            return client.send(within(request, deadline), BodyHandlers.ofByteArray());
        }
    }

    private HttpRequest within(HttpRequest.Builder request, Instant deadline) throws IOException {
        Duration left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive()) {
            throw new HttpTimeoutException("no time is left");
        }
        return request.timeout(left)
                .setHeader("Authorization", "Bearer " + Files.readString(tokenFile).strip())
                .build();
    }

    private static HttpRequest.Builder get(URI address) {
        return HttpRequest.newBuilder(address).GET();
    }

    private HttpRequest.Builder put(byte[] json) {
        return HttpRequest.newBuilder(table)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(json));
    }

    private RouteReport read(HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 200 -> report(response.body());
            case 400, 413 -> throw failed(Kind.INVALID, RouteJson.detail(response.body()));
            case 401, 403 ->
                    throw failed(Kind.DENIED, "the token in '" + tokenFile + "' is not the edge's");
            default ->
                    throw failed(
                            Kind.UNAVAILABLE,
                            response.statusCode() + ": " + RouteJson.detail(response.body()));
        };
    }

    private RouteReport report(byte[] body) {
        try {
            return RouteJson.read(body);
        } catch (IOException | IllegalArgumentException malformed) {
            throw failed(Kind.UNAVAILABLE, "what answered is not an edge", malformed);
        }
    }

    private PluginException failed(Kind kind, String why) {
        return new PluginException(kind, message(why));
    }

    private PluginException failed(Kind kind, String why, Throwable cause) {
        return new PluginException(kind, message(why), cause);
    }

    private String message(String why) {
        return "cannot put the route table into force at '" + table + "': " + why;
    }
}
