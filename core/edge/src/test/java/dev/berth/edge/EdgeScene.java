package dev.berth.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.berth.spi.ReleaseId;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An edge in this process, programs behind it, and clients that write what they like. */
@Timeout(30)
abstract class EdgeScene {

    static final ReleaseId RELEASE = new ReleaseId("0123abcd", 1);
    static final String HOST = "a.localhost";
    static final String TOKEN = "a-token-for-tests";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private long revision;
    Edge edge;

    @BeforeEach
    void startEdge(@TempDir Path directory) throws IOException {
        Path token = Files.writeString(directory.resolve("token"), TOKEN);
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--port=0",
                                "--control-port=0",
                                "--token-file=" + token,
                                "--state=" + directory.resolve("state"),
                                "--max-table-bytes=20000",
                                "--head-timeout=1s",
                                "--answer-timeout=1s",
                                "--grace=5s"));
        options.addAll(options());
        edge = Edge.start(EdgeSettings.from(EdgeOptions.parse(options)));
    }

    /** Returns more options for the edge of these tests. */
    List<String> options() {
        return List.of();
    }

    @AfterEach
    void stopAll() throws Exception {
        edge.close();
        client.close();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /**
     * Starts a program that answers every request as {@code handler} does, and returns its port.
     */
    int program(HttpHandler handler) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        server.createContext("/", handler);
        server.setExecutor(executor);
        server.start();
        open.add(
                () -> {
                    server.stop(0);
                    executor.shutdownNow();
                });
        return server.getAddress().getPort();
    }

    /** Returns a port that accepts connections, for a program that the test plays itself. */
    ServerSocket listener() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        return socket;
    }

    static int refusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Sends all requests for the host to the release with instances on these ports. */
    void route(int... ports) throws Exception {
        route(RELEASE, ports);
    }

    void route(ReleaseId release, int... ports) throws Exception {
        StringBuilder endpoints = new StringBuilder();
        for (int port : ports) {
            endpoints.append(endpoints.isEmpty() ? "" : ",");
            endpoints.append("{\"uri\":\"http://127.0.0.1:%d\",\"headers\":{}}".formatted(port));
        }
        String table =
                """
                {"revision":%d,"routes":[{"host":"%s","targets":[
                {"release":"%s","weight":100,"endpoints":[%s]}]}]}"""
                        .formatted(++revision, HOST, release, endpoints);
        assertThat(control("PUT", "/table", TOKEN, table).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> control(String method, String path, String token, String body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.controlPort() + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    JsonObject traffic() throws Exception {
        return traffic(RELEASE);
    }

    JsonObject traffic(ReleaseId release) throws Exception {
        JsonObject report = new JsonObject(control("GET", "/report", TOKEN, "").body());
        return report.getJsonObject("traffic").getJsonObject(release.toString());
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port());
        socket.setSoTimeout(20_000);
        open.add(socket);
        return socket;
    }

    /**
     * Sends {@code request} as it is, and returns all that comes until the edge closes; which it
     * may do before it has read everything.
     */
    String raw(String request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getInputStream().transferTo(answer);
        } catch (SocketException closed) {
            assertThat(closed).hasMessageContaining("reset");
        }
        return answer.toString(ISO_8859_1);
    }

    /** Ends each line and the head. */
    static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    String get(String host, String... headers) throws IOException {
        Stream<String> always = Stream.of("Host: " + host, "Connection: close");
        Stream<String> lines = Stream.concat(always, Stream.of(headers));
        return raw(lines.collect(joining("\r\n", "GET /path?q=1 HTTP/1.1\r\n", "\r\n\r\n")));
    }
}
