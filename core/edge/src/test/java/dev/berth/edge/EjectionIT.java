package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances, of which one goes and comes back. */
class EjectionIT extends EdgeScene {

    private HttpServer one;
    private HttpServer two;

    @BeforeEach
    void routeToBoth() throws Exception {
        one = start(0, "one");
        two = start(0, "two");
        route(one.getAddress().getPort(), two.getAddress().getPort());
    }

    @AfterEach
    void stopBoth() {
        one.stop(0);
        two.stop(0);
    }

    @Test
    void instanceThatWentIsLeftOutAndTakenBackOnceItIsThereAgain() throws Exception {
        assertThat(answers(20)).containsExactlyInAnyOrder("one", "two");

        one.stop(0);
        int port = one.getAddress().getPort();
        try (Socket _ = keep(port)) {
            assertThat(answers(20)).containsExactly("two");
            one = start(port, "one");
        }
        await().untilAsserted(() -> assertThat(answers(1)).containsExactly("one"));

        assertThat(answers(20)).containsExactlyInAnyOrder("one", "two");
        assertThat(traffic().getInteger("errors")).isZero();
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    private Set<String> answers(int requests) throws IOException {
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < requests; i++) {
            String answer = get(HOST);
            answers.add(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        }
        return answers;
    }

    /** Refuses connections, and keeps the port from all who do not ask for it by its number. */
    private static Socket keep(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static HttpServer start(int port, String answer) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer program = HttpServer.create(address, 100);
        program.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        program.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, answer.length());
                    exchange.getResponseBody().write(answer.getBytes(UTF_8));
                    exchange.close();
                });
        program.start();
        return program;
    }
}
