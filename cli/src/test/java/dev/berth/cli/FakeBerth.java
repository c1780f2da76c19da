package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Berth with one worker at most, which speaks the contract and can be told to answer amiss. */
final class FakeBerth implements AutoCloseable {

    static final String TOKEN = "bt_test";
    static final String WORKER = "1a2b3c4d";
    static final String ADDRESS = "http://1a2b3c4d.worker.localhost:8080";

    record Reply(int status, String type, String body, String retryAfter, long cut) {

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, "", 0);
        }

        static Reply problem(int status, String body) {
            return new Reply(status, "application/problem+json", body, "", 0);
        }

        static Reply html(String body) {
            return new Reply(200, "text/html", body, "", 0);
        }

        Reply retryAfter(int seconds) {
            return new Reply(status, type, body, Integer.toString(seconds), cut);
        }

        /** Promises so many bytes more than there are. */
        Reply cut(long missing) {
            return new Reply(status, type, body, retryAfter, missing);
        }
    }

    private final HttpServer server;
    private final Map<String, Reply> amiss = new ConcurrentHashMap<>();
    private final Deque<String> versions = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> lastEventIds = new CopyOnWriteArrayList<>();
    private final List<String> tenants = new CopyOnWriteArrayList<>();
    private volatile boolean exists;
    private volatile boolean deleted;

    FakeBerth() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakeBerth withWorker() {
        exists = true;
        return this;
    }

    /** Answers so to a request like {@code GET /api/v1/info}. */
    FakeBerth amiss(String request, Reply reply) {
        amiss.put(request, reply);
        return this;
    }

    /** Shows these versions one after the other, and the last for ever. */
    FakeBerth versions(String... json) {
        versions.addAll(List.of(json));
        return this;
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns where each request for events wanted to begin; empty for nowhere. */
    List<String> lastEventIds() {
        return List.copyOf(lastEventIds);
    }

    /** Returns the tenants that requests were for. */
    List<String> tenants() {
        return List.copyOf(tenants);
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            tenants.addAll(exchange.getRequestHeaders().getOrDefault("X-Berth-Tenant", List.of()));
            if ("application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                bodies.add(new String(body, UTF_8));
            }
            if (request.endsWith("/events")) {
                String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
                lastEventIds.add(last == null ? "" : last);
            }
            Reply reply = amiss.get(request);
            send(exchange, reply == null ? reply(exchange, request, body) : reply);
        }
    }

    private Reply reply(HttpExchange exchange, String request, byte[] body) {
        boolean open = request.endsWith("/info") || request.endsWith("/login");
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!open && !("Bearer " + TOKEN).equals(authorization)) {
            return Reply.problem(401, "{\"detail\":\"the token is not valid\"}");
        }
        return request.startsWith("PUT /api/v1/source/")
                ? uploaded(request, body)
                : routed(request);
    }

    private static Reply uploaded(String request, byte[] body) {
        String digest = Digest.of(body);
        return request.endsWith("/" + digest)
                ? Reply.json(201, "{\"source\":\"sha256:" + digest + "\"}")
                : Reply.problem(422, "{\"detail\":\"the digest is another\"}");
    }

    private Reply routed(String request) {
        return switch (request) {
            case "GET /api/v1/worker" -> Reply.json(200, exists ? "[" + worker() + "]" : "[]");
            case "POST /api/v1/worker" -> {
                exists = true;
                yield Reply.json(200, "{\"worker_id\":\"1a2b3c4d\",\"worker_name\":\"hello\"}");
            }
            case "POST /api/v1/worker/deploy" ->
                    Reply.json(
                            200,
                            "{\"worker_id\":\"1a2b3c4d\",\"version_id\":3,\"status\":\"loading\"}");
            case "POST /api/v1/worker/plan" -> Reply.json(200, PLAN);
            case "GET /api/v1/worker/1a2b3c4d" ->
                    deleted
                            ? Reply.problem(404, "{\"detail\":\"there is no such worker\"}")
                            : Reply.json(200, shown());
            case "POST /api/v1/worker/1a2b3c4d/rollback" ->
                    Reply.json(200, "{\"version_id\":1,\"status\":\"success\"}");
            case "POST /api/v1/worker/1a2b3c4d/promote", "POST /api/v1/worker/1a2b3c4d/abort" ->
                    Reply.json(200, "{\"message\":\"done\"}");
            case "DELETE /api/v1/worker/1a2b3c4d" -> {
                deleted = true;
                yield Reply.json(200, "{\"message\":\"deleting\"}");
            }
            case "GET /api/v1/worker/1a2b3c4d/logs" ->
                    new Reply(200, "application/x-ndjson", LOG, "", 0);
            case "GET /api/v1/task" ->
                    Reply.json(
                            200,
                            "[{\"task_id\":\"t1\",\"type\":\"worker.deploy\",\"status\":\"succeeded\","
                                    + "\"attempts\":1}]");
            case "GET /api/v1/info" ->
                    Reply.json(
                            200,
                            "{\"version\":\"1.0\",\"extensions\":[{\"name\":\"process\",\"state\":\"active\"}]}");
            case "POST /api/v1/auth/login" ->
                    Reply.json(200, "{\"user_id\":\"u1\",\"token\":\"" + TOKEN + "\"}");
            default -> Reply.problem(404, "{\"detail\":\"there is no such thing\"}");
        };
    }

    static final String PLAN =
            "{\"strategy\":\"canary\",\"replicas\":1,\"replaces_version_id\":2,\"steps\":["
                    + "{\"after_ms\":0,\"kind\":\"shift\",\"new_share\":10,\"previous_share\":90,"
                    + "\"sentence\":\"a tenth\"},"
                    + "{\"after_ms\":630500,\"kind\":\"stop\",\"new_share\":100,"
                    + "\"previous_share\":0,\"sentence\":\"stop the old\"}]}";

    private static final String LOG =
            """
            {"version_id":3,"instance":1,"stream":"stdout","line":"listening"}
            {"version_id":3,"instance":1,"stream":"stderr","line":"\\u001b[2Jwiped\\tout"}
            """;

    private static String worker() {
        return "{\"worker_id\":\"1a2b3c4d\",\"worker_name\":\"hello\",\"status\":\"active\","
                + "\"active_version_id\":2,\"url\":\""
                + ADDRESS
                + "\"}";
    }

    private String shown() {
        String version;
        synchronized (versions) {
            version = versions.size() > 1 ? versions.poll() : versions.peek();
        }
        return "{\"worker\":%s,\"versions\":[%s],\"url\":\"%s\",\"conditions\":[]}"
                .formatted(worker(), version == null ? "" : version, ADDRESS);
    }

    private static void send(HttpExchange exchange, Reply reply) {
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        if (!reply.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
        }
        try {
            exchange.sendResponseHeaders(reply.status(), body.length + reply.cut());
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
