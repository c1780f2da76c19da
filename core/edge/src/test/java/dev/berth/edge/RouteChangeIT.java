package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.berth.spi.ReleaseId;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RouteChangeIT extends EdgeScene {

    private static final ReleaseId NEXT = new ReleaseId("0123abcd", 2);

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Test
    void eventsOfTheOldReleaseGoOnUntilItIsStopped() throws Exception {
        route(program(this::sendEvents));
        try (Socket socket = connect()) {
            BufferedReader lines = open(socket, "GET / HTTP/1.1");
            events.add("data: 1");
            assertThat(lines.lines().anyMatch("data: 1"::equals)).isTrue();

            route(NEXT, program(answering("new")));

            assertThat(get(HOST)).endsWith("new");
            assertThat(streams()).isEqualTo(1);
            assertThat(traffic().getInteger("in_flight")).isEqualTo(1);
            events.add("data: 2");
            assertThat(lines.lines().anyMatch("data: 2"::equals)).isTrue();
            events.add("end");
            await().untilAsserted(() -> assertThat(streams()).isZero());
            assertThat(traffic().getInteger("in_flight")).isZero();
            assertThat(traffic().getInteger("errors")).isZero();
        }
    }

    @Test
    void noRequestFailsWhileReleasesAreReplaced() throws Exception {
        HttpServer running = start("release");
        route(release(1), port(running));
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List.of("GET", "POST", "GET", "POST")
                    .forEach(method -> executor.execute(() -> ask(method, over, failures)));
            for (int number = 2; number < 12; number++) {
                HttpServer next = start("release");
                route(release(number), port(next));
                JsonObject before = awaitIdle(release(number - 1));
                running.stop(0);
                assertThat(before.getInteger("errors")).isZero();
                awaitRequests(release(number));
                running = next;
            }
            over.set(true);
        }
        running.stop(0);

        assertThat(failures).isEmpty();
    }

    private JsonObject awaitIdle(ReleaseId release) {
        await().pollInterval(Duration.ofMillis(1))
                .untilAsserted(() -> assertThat(traffic(release).getInteger("in_flight")).isZero());
        return report(release);
    }

    private void awaitRequests(ReleaseId release) {
        await().pollInterval(Duration.ofMillis(5))
                .untilAsserted(
                        () ->
                                assertThat(traffic(release).getInteger("requests"))
                                        .isGreaterThan(50));
    }

    private JsonObject report(ReleaseId release) {
        try {
            return traffic(release);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private void ask(String method, AtomicBoolean over, Queue<String> failures) {
        try (Socket socket = connect()) {
            String request =
                    method + " / HTTP/1.1\r\nHost: a.localhost\r\nContent-Length: 0\r\n\r\n";
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            while (!over.get()) {
                socket.getOutputStream().write(request.getBytes(UTF_8));
                String status = String.valueOf(lines.readLine());
                if (!status.startsWith("HTTP/1.1 204")) {
                    failures.add(method + " " + status);
                    return;
                }
                while (!lines.readLine().isEmpty()) {
                    // the rest of the head
                }
            }
        } catch (IOException failure) {
            failures.add(method + " " + failure);
        }
    }

    private static ReleaseId release(int number) {
        return new ReleaseId("0123abcd", number);
    }

    private static int port(HttpServer program) {
        return program.getAddress().getPort();
    }

    private static HttpServer start(String name) throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer program = HttpServer.create(any, 100);
        program.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        program.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Server", name);
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        program.start();
        return program;
    }

    private static HttpHandler answering(String text) {
        return exchange -> {
            exchange.sendResponseHeaders(200, text.length());
            exchange.getResponseBody().write(text.getBytes(UTF_8));
            exchange.close();
        };
    }

    private void sendEvents(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            String event = events.take();
            while (!event.equals("end")) {
                exchange.getResponseBody().write((event + "\n\n").getBytes(UTF_8));
                exchange.getResponseBody().flush();
                event = events.take();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private int streams() throws Exception {
        return traffic().getInteger("streams");
    }

    private static BufferedReader open(Socket socket, String line) throws IOException {
        socket.getOutputStream().write(head(line, "Host: a.localhost").getBytes(UTF_8));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }
}
