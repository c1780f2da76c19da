package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsIT extends EdgeScene {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    private final AtomicInteger reached = new AtomicInteger();
    private final AtomicReference<Headers> received = new AtomicReference<>();

    @Override
    List<String> options() {
        return List.of("--max-body-bytes=1000", "--max-connections=5", "--idle-timeout=1500ms");
    }

    @BeforeEach
    void routeToOneProgram() throws Exception {
        route(
                program(
                        exchange -> {
                            exchange.getRequestBody().readAllBytes();
                            reached.incrementAndGet();
                            received.set(exchange.getRequestHeaders());
                            exchange.sendResponseHeaders(204, -1);
                        }));
    }

    @Test
    void bodyThatIsAnnouncedTooLargeIs413BeforeItIsSent() throws Exception {
        String answer = raw(post("Content-Length: 1001", "Expect: 100-continue"));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("too large");
        assertThat(raw(post("Content-Length: 99999999999999999999"))).startsWith("HTTP/1.1 4");
        assertThat(reached).hasValue(0);
    }

    @Test
    void bodyThatGrowsTooLargeIs413AndNoErrorOfTheRelease() throws Exception {
        String piece = "1f4\r\n" + "x".repeat(500) + "\r\n";

        String answer = raw(post("Transfer-Encoding: chunked") + piece.repeat(3) + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413");
        assertThat(reached).hasValue(0);
        assertThat(traffic().getInteger("errors")).isZero();
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    @Test
    void bodyAtTheLimitPasses() throws Exception {
        assertThat(raw(post("Connection: close", "Content-Length: 1000") + "x".repeat(1000)))
                .startsWith("HTTP/1.1 204");
    }

    @Test
    void connectionsBeyondTheLimitAreClosedAndThoseWithinServeOn() throws Exception {
        List<Socket> within = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            within.add(connect());
            within.get(i).getOutputStream().write(get().getBytes(UTF_8));
            assertThat(within.get(i).getInputStream().read()).isEqualTo('H');
        }

        assertThat(untilClosed(connect(), get())).isEmpty();
        within.getFirst().close();
        await().untilAsserted(() -> assertThat(get(HOST)).startsWith("HTTP/1.1 204"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "PRI * HTTP/2", "GET / HTTP/1.1\r\nHost: a.local", PREFACE})
    void clientThatStopsTalkingIsCutOff(String begun) throws Exception {
        String all = untilClosed(connect(), begun);

        assertThat(all).doesNotContain("HTTP/1.1 2");
        assertThat(reached).hasValue(0);
    }

    @Test
    void secondHeadThatDripsIsCutOff() throws Exception {
        String all = untilClosed(connect(), get() + "GET / HTTP/1.1\r\nHost");

        assertThat(all).startsWith("HTTP/1.1 204").doesNotContain("400");
        assertThat(reached).hasValue(1);
    }

    @Test
    void keptConnectionIsClosedWhenIdle() throws Exception {
        assertThat(untilClosed(connect(), get())).startsWith("HTTP/1.1 204");
    }

    @Test
    void clientThatDoesNotReadIsCutOff() throws Exception {
        route(
                program(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            byte[] piece = new byte[1_000_000];
                            for (int i = 0; i < 1000; i++) {
                                exchange.getResponseBody().write(piece);
                            }
                        }));

        Socket socket = connect();
        socket.getOutputStream().write(get().getBytes(UTF_8));

        await().untilAsserted(() -> assertThat(traffic().getInteger("requests")).isEqualTo(1));
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\n",
                "-1\r\n",
                "0x5\r\nhello\r\n",
                "5\r\nhelloworld\r\n",
                "fffffffffffffffff\r\n",
                "5\nhello\n",
                "\r\n"
            })
    void chunkThatIsMalformedEndsTheConnection(String chunk) throws Exception {
        String all =
                untilClosed(
                        connect(),
                        post("Transfer-Encoding: chunked") + chunk + "0\r\n\r\n" + get());

        assertThat(all).doesNotContain("HTTP/1.1 2");
        assertThat(reached).hasValue(0);
    }

    @Test
    void foldedHeaderArrivesAsOneLine() throws Exception {
        get(HOST, "X-One: 1\r\n X-Forwarded-For: 6.6.6.6");

        assertThat(received.get())
                .containsEntry("X-one", List.of("1 X-Forwarded-For: 6.6.6.6"))
                .containsEntry("X-forwarded-for", List.of("127.0.0.1"));
    }

    private static String get() {
        return head("GET / HTTP/1.1", "Host: a.localhost");
    }

    private static String post(String... headers) {
        return "POST / HTTP/1.1\r\nHost: a.localhost\r\n" + head(headers);
    }

    private static String untilClosed(Socket socket, String request) throws IOException {
        try (socket) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }
}
