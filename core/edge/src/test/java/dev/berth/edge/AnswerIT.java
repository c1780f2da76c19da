package dev.berth.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Answers as programs write them, and as clients get them. */
class AnswerIT extends EdgeScene {

    @Test
    void answerToHeadKeepsItsLengthAndHasNoBody() throws Exception {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");

        assertThat(ask("HEAD", "HTTP/1.1")).contains("Content-Length: 5").endsWith("\r\n\r\n");
    }

    @Test
    void noContentAndNotModifiedHaveNoBody() throws Exception {
        answering("HTTP/1.1 204 No Content\r\n\r\n");
        assertThat(ask("GET", "HTTP/1.1")).startsWith("HTTP/1.1 204").endsWith("\r\n\r\n");

        answering("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\nContent-Length: 5\r\n\r\n");
        assertThat(ask("GET", "HTTP/1.1"))
                .startsWith("HTTP/1.1 304")
                .contains("ETag: \"1\"")
                .endsWith("\r\n\r\n");
    }

    @Test
    void earlyHintsGoBeforeTheAnswer() throws Exception {
        answering(
                head("HTTP/1.1 103 Early Hints", "Link: </a.css>")
                        + head("HTTP/1.1 200 OK", "Content-Length: 2")
                        + "hi");

        assertThat(ask("GET", "HTTP/1.1"))
                .startsWith("HTTP/1.1 103")
                .containsSubsequence("</a.css>", "HTTP/1.1 200 OK", "hi");
        assertThat(ask("GET", "HTTP/1.0")).startsWith("HTTP/1.0 200").doesNotContain("103");
    }

    @Test
    void trailersFollowTheBody() throws Exception {
        answering(
                head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "Trailer: X-Sum")
                        + "2\r\nhi\r\n"
                        + head("0", "X-Sum: 7", "Content-Length: 9"));

        assertThat(ask("GET", "HTTP/1.1"))
                .containsSubsequence("2\r\nhi\r\n0\r\n", "X-Sum: 7")
                .doesNotContain("Content-Length");
    }

    @Test
    void answerThatEndsWithItsConnectionIsWhole() throws Exception {
        answering("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello");

        assertThat(ask("GET", "HTTP/1.1")).containsIgnoringCase("chunked").contains("hello");
        assertThat(ask("GET", "HTTP/1.0"))
                .startsWith("HTTP/1.0 200")
                .doesNotContainIgnoringCase("chunked")
                .endsWith("hello");
    }

    @Test
    void headersOfTheProgramsConnectionStayOnIt() throws Exception {
        answering(
                head(
                        "HTTP/1.1 200 OK",
                        "Connection: X-Mine, keep-alive",
                        "Keep-Alive: timeout=1",
                        "X-Mine: 1",
                        "X-Kept: 2",
                        "Content-Length: 0"));

        assertThat(ask("GET", "HTTP/1.1"))
                .contains("X-Kept: 2")
                .doesNotContain("X-Mine", "timeout=1");
    }

    @Test
    void informationNobodyKnowsAndGarbageAre502() throws Exception {
        answering("HTTP/1.1 199 Odd\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(ask("GET", "HTTP/1.1")).startsWith("HTTP/1.1 502");

        answering("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
        assertThat(ask("GET", "HTTP/1.1")).startsWith("HTTP/1.1 502");

        answering("SSH-2.0-OpenSSH\r\n\r\n");
        assertThat(ask("GET", "HTTP/1.1")).startsWith("HTTP/1.1 502");
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    @Test
    void clientThatExpectsIsToldToGoOnOnlyWhereThereIsAProgram() throws Exception {
        String expecting =
                head(
                        "POST / HTTP/1.1",
                        "Host: b.localhost",
                        "Expect: 100-continue",
                        "Content-Length: 5");

        assertThat(raw(expecting))
                .startsWith("HTTP/1.1 404")
                .containsIgnoringCase("connection: close");
    }

    private String ask(String method, String version) throws IOException {
        return raw(head(method + " / " + version, "Host: a.localhost", "Connection: close"));
    }

    private void answering(String answer) throws Exception {
        ServerSocket program = listener();
        Thread.ofVirtual().start(() -> serve(program, answer));
        route(program.getLocalPort());
    }

    private static void serve(ServerSocket program, String answer) {
        try {
            while (!program.isClosed()) {
                try (Socket socket = program.accept()) {
                    BufferedReader lines =
                            new BufferedReader(
                                    new InputStreamReader(socket.getInputStream(), ISO_8859_1));
                    while (!lines.readLine().isEmpty()) {
                        // the rest of the head
                    }
                    socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
