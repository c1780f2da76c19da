package dev.berth.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that closes every connection when a second request comes over it. */
class KeptConnectionIT extends EdgeScene {

    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();
    private int answersToAConnection = 1;
    private String hello = HELLO;

    /** Connections are kept per event loop. */
    @Override
    List<String> options() {
        return List.of("--event-loops=1");
    }

    @BeforeEach
    void routeToTheProgram() throws Exception {
        ServerSocket program = listener();
        Thread.ofVirtual().start(() -> accept(program));
        route(program.getLocalPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "DELETE"})
    void requestThatMayBeRepeatedIsSentOverANewConnection(String method) throws Exception {
        get(HOST);

        String answer = raw(head(method + " / HTTP/1.1", "Host: a.localhost", "Connection: close"));

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(received).hasSize(3).last().asString().startsWith(method);
        assertThat(traffic().getInteger("requests")).isEqualTo(2);
        assertThat(traffic().getInteger("errors")).isZero();
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void requestThatMustNotBeRepeatedIs502(String method) throws Exception {
        get(HOST);

        String answer = raw(head(method + " / HTTP/1.1", "Host: a.localhost", "Connection: close"));

        assertThat(answer).startsWith("HTTP/1.1 502");
        assertThat(received).hasSize(2);
    }

    @Test
    void requestWithABodyIsNotRepeated() throws Exception {
        get(HOST);

        String answer =
                raw(
                        head(
                                        "PUT / HTTP/1.1",
                                        "Host: a.localhost",
                                        "Connection: close",
                                        "Content-Length: 2")
                                + "hi");

        assertThat(answer).startsWith("HTTP/1.1 502");
        assertThat(received).hasSize(2);
    }

    @Test
    void programThatClosesANewConnectionIsNotAskedAgain() throws Exception {
        answersToAConnection = 0;

        assertThat(get(HOST)).startsWith("HTTP/1.1 502");
        assertThat(received).hasSize(1);
    }

    @Test
    void requestsFollowEachOtherOverOneConnection() throws Exception {
        answersToAConnection = 3;

        for (int i = 0; i < 3; i++) {
            assertThat(post()).startsWith("HTTP/1.1 200");
        }

        assertThat(received).hasSize(3);
        assertThat(closed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nConnection: close", "HTTP/1.0 200 OK"})
    void connectionThatEndsWithItsAnswerIsNotUsedAgain(String begin) throws Exception {
        hello = head(begin, "Content-Length: 0");

        // the second is read before the connection of the first has closed
        String answers =
                raw(
                        head("POST /1 HTTP/1.1", "Host: a.localhost")
                                + head(
                                        "POST /2 HTTP/1.1",
                                        "Host: a.localhost",
                                        "Connection: close"));

        assertThat(answers).containsSubsequence("HTTP/1.1 200", "HTTP/1.1 200");
        assertThat(received).containsExactly("POST /1 HTTP/1.1", "POST /2 HTTP/1.1");
    }

    @Test
    void connectionIsClosedASecondBeforeTheProgramWouldCloseIt() throws Exception {
        hello = HELLO.replace("Content-Length", "Keep-Alive: timeout=1, max=9\r\nContent-Length");

        assertThat(post()).startsWith("HTTP/1.1 200");
        assertThat(post()).startsWith("HTTP/1.1 200");

        assertThat(received).hasSize(2);
        await().untilAsserted(() -> assertThat(closed).hasSize(2));
    }

    private String post() throws IOException {
        return raw(head("POST / HTTP/1.1", "Host: a.localhost", "Connection: close"));
    }

    private void accept(ServerSocket program) {
        try {
            while (!program.isClosed()) {
                Socket connection = program.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            String first = request(lines);
            for (int i = 0; i < answersToAConnection && first != null; i++) {
                String answer = first.startsWith("HEAD") ? hello.replace("hello", "") : hello;
                connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
                first = request(lines);
            }
            if (first == null) {
                closed.add("by the edge");
            }
        } catch (IOException gone) {
            // the edge has let go of the connection
        }
    }

    private String request(BufferedReader lines) throws IOException {
        String first = lines.readLine();
        if (first != null) {
            received.add(first);
        }
        String line = first;
        while (line != null && !line.isEmpty()) {
            line = lines.readLine();
        }
        return first;
    }
}
