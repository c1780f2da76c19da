package dev.berth.plugin.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.berth.spi.PluginException;
import dev.berth.spi.PluginException.Kind;
import dev.berth.spi.RouteTable;
import dev.berth.testkit.TestContext;
import dev.berth.testkit.TestOperation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeRouterIT {

    private static final RouteTable EMPTY = new RouteTable(1, Set.of());

    @TempDir private Path directory;
    private Path tokenFile;

    @BeforeEach
    void writeToken() throws IOException {
        tokenFile = Files.writeString(directory.resolve("token"), "secret\n");
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID",
        "401, DENIED",
        "403, DENIED",
        "413, INVALID",
        "500, UNAVAILABLE",
        "503, UNAVAILABLE",
        "404, UNAVAILABLE"
    })
    void statusDecidesTheKind(int status, Kind kind) throws IOException {
        HttpServer edge = answering(status, "{\"detail\":\"because\"}");

        assertThat(failure(address(edge.getAddress().getPort())).kind()).isEqualTo(kind);
        edge.stop(0);
    }

    @Test
    void tableThatIsInForceIsNotSentAgain() throws IOException {
        assertThat(asked("{\"revision\":1}")).containsExactly("PUT /table", "GET /report");
    }

    @Test
    void tableThatTheEdgeHasLostIsSentAgain() throws IOException {
        assertThat(asked("{\"revision\":0}"))
                .containsExactly("PUT /table", "GET /report", "PUT /table");
    }

    @Test
    void reasonOfTheEdgeIsPassedOn() throws IOException {
        HttpServer edge = answering(400, "{\"detail\":\"host 'A' is not in lower case\"}");

        assertThat(failure(address(edge.getAddress().getPort())))
                .hasMessageContaining("host 'A' is not in lower case");
        edge.stop(0);
    }

    @Test
    void whatIsNoReportIsUnavailable() throws IOException {
        HttpServer edge = answering(200, "<html>");

        assertThat(failure(address(edge.getAddress().getPort())).kind())
                .isEqualTo(Kind.UNAVAILABLE);
        edge.stop(0);
    }

    @Test
    void absentEdgeIsUnavailable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(failure(address(free)))
                .hasMessageContaining("does the edge run?")
                .hasMessageNotContaining("Exception")
                .extracting(PluginException::kind)
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void silentEdgeIsUnavailableAtTheDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            EdgeRouter router = router(address(silent.getLocalPort()));
            Hurried hurried = new Hurried(Instant.now().plus(Duration.ofMillis(300)));

            assertThatThrownBy(() -> router.apply(EMPTY, hurried))
                    .isInstanceOfSatisfying(
                            PluginException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE));
            router.close();
        }
    }

    @Test
    void tokenIsReadAnewAndNeverShown() throws IOException {
        Files.delete(tokenFile);

        assertThat(failure(address(1))).hasMessageNotContaining("secret");
    }

    /** Returns what an edge is asked that is given one table twice, and then reports that. */
    private List<String> asked(String report) throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer edge =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Map.of("/table", "{\"revision\":1}", "/report", report)
                .forEach(
                        (path, body) ->
                                edge.createContext(path, exchange -> answer(exchange, 200, body))
                                        .getFilters()
                                        .add(noting(asked)));
        edge.start();
        EdgeRouter router = router(address(edge.getAddress().getPort()));

        router.apply(EMPTY, TestOperation.named("apply"));
        router.apply(EMPTY, TestOperation.named("look"));

        router.close();
        edge.stop(0);
        return asked;
    }

    private static Filter noting(List<String> asked) {
        return Filter.beforeHandler(
                "notes",
                request -> asked.add(request.getRequestMethod() + " " + request.getRequestURI()));
    }

    private PluginException failure(URI url) {
        EdgeRouter router = router(url);
        try {
            router.apply(EMPTY, TestOperation.named("apply"));
            throw new AssertionError("the table was taken");
        } catch (PluginException failure) {
            return failure;
        } finally {
            router.close();
        }
    }

    private EdgeRouter router(URI url) {
        return new EdgeRouter(new EdgeConfig(url, tokenFile), TestContext.in(directory));
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static HttpServer answering(int status, String body) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/table", exchange -> answer(exchange, status, body));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
