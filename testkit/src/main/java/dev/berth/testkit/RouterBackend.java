package dev.berth.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.berth.spi.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A program behind a router under test. It answers every request with its name; {@code /fail} with
 * 500, and {@code /slow} only once {@link #letGo} was called.
 */
final class RouterBackend implements AutoCloseable {

    private final String name;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Headers> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);

    private RouterBackend(String name) throws IOException {
        this.name = name;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Starts one on a free port. */
    static RouterBackend start(String name) {
        try {
            RouterBackend backend = new RouterBackend(name);
            backend.server.createContext("/", backend::answer);
            backend.server.setExecutor(backend.executor);
            backend.server.start();
            return backend;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns where it answers. */
    Endpoint endpoint() {
        return endpoint(Map.of());
    }

    /** Returns where it answers, for requests that are to carry {@code headers}. */
    Endpoint endpoint(Map<String, String> headers) {
        int port = server.getAddress().getPort();
        return new Endpoint(URI.create("http://127.0.0.1:" + port), headers);
    }

    /** Returns the headers of each request so far, in order of arrival. */
    List<Headers> received() {
        return List.copyOf(received);
    }

    /** Answers the slow requests, those that wait and those to come. */
    void letGo() {
        slow.countDown();
    }

    /** Stops, and cuts off what is still answered. */
    @Override
    public void close() {
        letGo();
        server.stop(0);
        executor.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(exchange.getRequestHeaders());
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/slow")) {
                slow.await();
            }
            byte[] body = name.getBytes(UTF_8);
            exchange.sendResponseHeaders(path.equals("/fail") ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
