package dev.berth.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProxyIT extends EdgeScene {

    @Test
    void requestArrivesWithForwardedHeadersOfTheEdgeAlone() throws Exception {
        route(program(ProxyIT::echoHead));

        String answer =
                get(
                        "A.localhost:81",
                        "X-Forwarded-For: 6.6.6.6",
                        "x-forwarded-proto: https",
                        "X_Forwarded_Host: evil",
                        "X-Forwarded-Port: 1",
                        "Forwarded: for=6.6.6.6",
                        "X-Combinator-Tenant: evil",
                        "x-combinator-anything: evil",
                        "Proxy-Authorization: evil",
                        "TE: trailers",
                        "X-Other: kept");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK")
                .contains("GET /path?q=1")
                .contains("host: [A.localhost:81]\n")
                .contains("x-forwarded-for: [127.0.0.1]\n")
                .contains("x-forwarded-proto: [http]\n")
                .contains("x-forwarded-host: [A.localhost:81]\n")
                .contains("x-other: [kept]\n")
                .doesNotContain("evil", "6.6.6.6", "combinator", "forwarded-port", "trailers");
    }

    @Test
    void headersNamedByConnectionStayOnIt() throws Exception {
        route(program(ProxyIT::echoHead));

        String answer =
                raw(
                        head(
                                "GET / HTTP/1.1",
                                "Host: a.localhost",
                                "Connection: close",
                                "Connection: X-Mine, Host",
                                "X-Mine: 1"));

        assertThat(answer).contains("host: [a.localhost]").doesNotContain("x-mine");
    }

    @Test
    void bodiesGoBothWaysWhateverTheirFraming() throws Exception {
        route(program(ProxyIT::echoBody));

        String measured =
                raw(
                        head(
                                        "POST / HTTP/1.1",
                                        "Host: a.localhost",
                                        "Connection: close",
                                        "Content-Length: 5")
                                + "hello");
        String chunked =
                raw(
                        head(
                                        "POST / HTTP/1.1",
                                        "Host: a.localhost",
                                        "Connection: close",
                                        "Transfer-Encoding: chunked")
                                + "5\r\nhello\r\n0\r\n\r\n");
        String old =
                raw(head("POST / HTTP/1.0", "Host: a.localhost", "Content-Length: 5") + "hello");

        assertThat(measured).startsWith("HTTP/1.1 200").contains("hello");
        assertThat(chunked).startsWith("HTTP/1.1 200").contains("hello");
        assertThat(old).startsWith("HTTP/1.0 200").endsWith("\r\n\r\nhello");
    }

    @Test
    void expectantClientIsToldToGoOn() throws Exception {
        route(program(ProxyIT::echoBody));

        String answer =
                raw(
                        head(
                                        "POST / HTTP/1.1",
                                        "Host: a.localhost",
                                        "Connection: close",
                                        "Expect: 100-continue",
                                        "Content-Length: 5")
                                + "hello");

        assertThat(answer).startsWith("HTTP/1.1 100 Continue").contains("HTTP/1.1 200", "hello");
    }

    @Test
    void answerWithoutABodyHasNone() throws Exception {
        route(program(exchange -> exchange.sendResponseHeaders(304, -1)));

        assertThat(get(HOST)).startsWith("HTTP/1.1 304").endsWith("\r\n\r\n");
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        route(program(ProxyIT::echoHead));

        String answer =
                raw(
                        head("GET /1 HTTP/1.1", "Host: a.localhost")
                                + head(
                                        "GET /2 HTTP/1.1",
                                        "Host: a.localhost",
                                        "Connection: close"));

        assertThat(answer).containsSubsequence("GET /1", "GET /2");
    }

    @Test
    void absoluteTargetNamesTheHost() throws Exception {
        route(program(ProxyIT::echoHead));

        String answer =
                raw(head("GET http://a.localhost/x HTTP/1.1", "Host: other", "Connection: close"));

        assertThat(answer).contains("GET /x", "host: [a.localhost]");
    }

    @Test
    void eventsArriveOneByOneAndTheHeadBeforeThem() throws Exception {
        CountDownLatch headSeen = new CountDownLatch(1);
        CountDownLatch firstSeen = new CountDownLatch(1);
        route(
                program(
                        exchange -> {
                            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                            exchange.sendResponseHeaders(200, 0);
                            exchange.getResponseBody().flush();
                            awaitLatch(headSeen);
                            exchange.getResponseBody().write("data: 1\n\n".getBytes(UTF_8));
                            exchange.getResponseBody().flush();
                            awaitLatch(firstSeen);
                            exchange.getResponseBody().write("data: 2\n\n".getBytes(UTF_8));
                            exchange.close();
                        }));

        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(head("GET / HTTP/1.1", "Host: a.localhost").getBytes(UTF_8));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            awaitLine(lines, "");
            headSeen.countDown();
            awaitLine(lines, "data: 1");
            firstSeen.countDown();
            awaitLine(lines, "data: 2");
        }
    }

    @Test
    void anotherInstanceIsTriedWhereOneRefuses() throws Exception {
        route(refusedPort(), program(ProxyIT::echoBody), refusedPort());

        for (int i = 0; i < 6; i++) {
            assertThat(get(HOST)).doesNotStartWith("HTTP/1.1 5");
            route(refusedPort(), program(ProxyIT::echoBody));
        }
    }

    @Test
    void clientThatLeavesIsCountedOutAndIsNoError() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        route(program(_ -> awaitLatch(never)));
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(head("GET / HTTP/1.1", "Host: a.localhost").getBytes(UTF_8));
            await().untilAsserted(() -> assertThat(inFlight()).isEqualTo(1));
        }

        await().untilAsserted(() -> assertThat(inFlight()).isZero());
        never.countDown();
        assertThat(traffic().getInteger("errors")).isZero();
    }

    @Test
    void answerThatBreaksOffIsAnErrorAndCutsTheClientOff() throws Exception {
        ServerSocket program = listener();
        Thread.ofVirtual().start(() -> breakOff(program));
        route(program.getLocalPort());

        String answer = get(HOST);

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("part");
        assertThat(traffic().getInteger("errors")).isEqualTo(1);
        assertThat(inFlight()).isZero();
    }

    private int inFlight() throws Exception {
        return traffic().getInteger("in_flight");
    }

    private static void breakOff(ServerSocket program) {
        try (Socket socket = program.accept()) {
            byte[] head = new byte[10];
            assertThat(socket.getInputStream().read(head)).isPositive();
            String answer = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\npart";
            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static void awaitLine(BufferedReader lines, String wanted) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(wanted);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void echoBody(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void echoHead(HttpExchange exchange) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
        for (var header : exchange.getRequestHeaders().entrySet()) {
            List<String> values = header.getValue();
            head.append('\n').append(header.getKey().toLowerCase(java.util.Locale.ROOT));
            head.append(": ").append(values).append('\n');
        }
        byte[] bytes = head.toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
