package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalIT extends EdgeScene {

    private static final String HTML = "Accept: text/html,*/*";

    private final AtomicInteger reached = new AtomicInteger();

    @BeforeEach
    void routeToOneProgram() throws Exception {
        route(
                program(
                        exchange -> {
                            reached.incrementAndGet();
                            exchange.getRequestBody().readAllBytes();
                            exchange.sendResponseHeaders(204, -1);
                        }));
    }

    @Test
    void unknownHostIs404AsDocumentOrPage() throws Exception {
        assertProblem(get("b.localhost"), 404, "no worker answers at 'b.localhost'");
        assertPage(get("b.localhost", HTML), 404);
        assertThat(reached).hasValue(0);
    }

    @Test
    void hostWithoutInstancesIs503ToBeTriedAgain() throws Exception {
        route();

        assertThat(assertProblem(get(HOST), 503, "no instance ready"))
                .contains("Retry-After: 1\r\n");
        assertPage(get(HOST, HTML), 503);
    }

    @Test
    void instancesThatAllRefuseConnectionsAre503ToBeTriedAgainAndCounted() throws Exception {
        route(refusedPort(), refusedPort());

        assertThat(assertProblem(get(HOST), 503, "no instance ready"))
                .contains("Retry-After: 1\r\n");
        assertPage(get(HOST, HTML), 503);
        assertThat(traffic().getInteger("errors")).isEqualTo(2);
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    @Test
    void silentInstanceIs504AndCounted() throws Exception {
        route(listener().getLocalPort());

        assertProblem(get(HOST), 504, "in time");
        assertThat(traffic().getInteger("errors")).isEqualTo(1);
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    @Test
    void bodyThatDoesNotComeIs408AndNotCounted() throws Exception {
        String answer =
                raw(
                        head(
                                        "POST / HTTP/1.1",
                                        "Host: a.localhost",
                                        "Connection: close",
                                        "Content-Length: 5")
                                + "he");

        assertProblem(answer, 408, "did not arrive");
        assertThat(traffic().getInteger("errors")).isZero();
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    @Test
    void bodyOfARefusedRequestIsReadSoThatTheAnswerArrives() throws Exception {
        String body = "x".repeat(3_000_000);

        String answer =
                raw(
                        "POST / HTTP/1.1\r\nHost: b.localhost\r\nConnection: close\r\nContent-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body);

        assertProblem(answer, 404, "no worker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5, 5",
                "Content-Length: +5",
                "Content-Length: -5",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\u000bchunked",
                "Host: b.localhost"
            })
    void requestThatCouldBeReadInTwoWaysIs400(String headers) throws Exception {
        String answer =
                raw(
                        "POST / HTTP/1.1\r\nHost: a.localhost\r\n"
                                + headers
                                + "\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a.localhost\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*").doesNotContain(" 204");
        assertThat(reached).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\uD83D\uDEA2.localhost",
                "a\u0001b",
                "a\u007fb",
                "a/b",
                "user@a.localhost",
                "..",
                "a:b:c",
                "*",
                "<script>alert(1)</script>",
                "[::1",
                "%00",
                "a.localhost\u0000",
                "a.localhost,b"
            })
    void absurdHostIsTheClientsFault(String host) throws Exception {
        assertThat(get(host, HTML))
                .matches("(?s)HTTP/1\\.[01] 40[04] .*")
                .doesNotContain("<script>");
        assertThat(reached).hasValue(0);
    }

    @Test
    void hugeHostIs400AndHugeHeadIs431() throws Exception {
        assertThat(get("a".repeat(10_000))).startsWith("HTTP/1.1 400");
        assertThat(get(HOST, "X-Large: " + "a".repeat(20_000))).startsWith("HTTP/1.1 431");
    }

    @Test
    void missingHostIs400() throws Exception {
        assertThat(raw(head("GET / HTTP/1.1"))).startsWith("HTTP/1.1 400");
        assertThat(raw(head("CONNECT a.localhost:80 HTTP/1.1", "Host: a.localhost")))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void headThatDripsIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: a.localhost\r\nX-More: ".getBytes(UTF_8));
            InputStream in = socket.getInputStream();

            assertThat(in.readAllBytes()).isEmpty();
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    private static String assertProblem(String answer, int status, String detail) {
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
        JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(problem.fieldNames())
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "error", "request_id");
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).contains(detail);
        return answer;
    }

    private static void assertPage(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("content-type: text/html; charset=utf-8", "<!doctype html>");
    }
}
