package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes route tables and tells what is in force: loopback only, and with the token. */
final class ControlServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ControlServer.class.getName());
    private static final String JSON = "application/json";

    private final TableInForce table;
    private final byte[] authorization;
    private final int largest;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private ControlServer(EdgeSettings settings, String token, TableInForce table)
            throws IOException {
        this.table = table;
        this.authorization = ("Bearer " + token).getBytes(UTF_8);
        this.largest = settings.maxTableBytes();
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.controlPort());
        this.server = HttpServer.create(address, 0);
    }

    static ControlServer start(EdgeSettings settings, String token, TableInForce table) {
        try {
            ControlServer control = new ControlServer(settings, token, table);
            control.server.createContext("/", control::handle);
            control.server.setExecutor(control.executor);
            control.server.start();
            return control;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot listen for control on port " + settings.controlPort(), failure);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), answer.body().length());
            exchange.getResponseBody().write(answer.body().getBytes());
        }
    }

    private Answer answer(HttpExchange exchange) {
        String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        if (route.equals("GET /health")) {
            return health();
        }
        if (!authorized(exchange)) {
            return problem(401, "the bearer token is missing or is not the edge's");
        }
        try {
            return switch (route) {
                case "PUT /table" -> apply(exchange.getRequestBody());
                case "GET /report" -> new Answer(200, JSON, TableJson.write(table.report()));
                default -> problem(404, "there is no '" + route + "'");
            };
        } catch (IOException | RuntimeException failure) {
            LOG.log(Level.ERROR, "control request failed route=" + route, failure);
            return problem(500, "the edge failed: " + failure.getMessage());
        }
    }

    private boolean authorized(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), authorization);
    }

    private Answer health() {
        JsonObject health =
                new JsonObject().put("status", "ok").put("revision", table.routing().revision());
        return new Answer(200, JSON, health.toBuffer());
    }

    private Answer apply(InputStream body) throws IOException {
        byte[] json = body.readNBytes(largest + 1);
        if (json.length > largest) {
            return problem(413, "a route table has at most " + largest + " bytes");
        }
        try {
            return new Answer(200, JSON, TableJson.write(table.apply(json)));
        } catch (IllegalArgumentException malformed) {
            return problem(400, malformed.getMessage());
        }
    }

    private static Answer problem(int status, String detail) {
        return Problem.of(status, detail).answer(JSON);
    }
}
