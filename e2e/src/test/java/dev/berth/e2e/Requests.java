package dev.berth.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A user's requests to several Outers: one after the other in turn, the next where one is away. */
final class Requests implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final List<Integer> ports;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** Begins with {@code count} requests for each of the paths, by a session's token. */
    Requests(List<Integer> ports, String token, int count, List<String> paths) {
        this.ports = List.copyOf(ports);
        this.token = token;
        for (int number = 0; number < count; number++) {
            int turn = number;
            clients.execute(() -> ask(turn, paths.get(turn % paths.size())));
        }
    }

    /** Opens a session of the administrator at one Outer, and returns its token. */
    static String login(int port, String password) {
        URI login = URI.create("http://127.0.0.1:" + port + "/api/v1/auth/login");
        String body = "{\"email\": \"admin@localhost\", \"password\": \"%s\"}".formatted(password);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(login)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build();
            String answer = http.send(request, BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(answer).path("token").asText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Returns how many were answered. */
    int answered() {
        return answered.get();
    }

    /** Returns how many were made at another Outer because the first was away. */
    int repeated() {
        return repeated.get();
    }

    /** Returns what went wrong, once all were made. */
    List<String> failures() {
        clients.close();
        return List.copyOf(failures);
    }

    private void ask(int turn, String path) {
        try {
            HttpResponse<String> answer = ask(turn, path, ports.size());
            answered.incrementAndGet();
            if (answer.statusCode() != 200) {
                failures.add(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException away) {
            failures.add(path + ": " + away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> ask(int turn, String path, int tries)
            throws IOException, InterruptedException {
        int port = ports.get(turn % ports.size());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            if (tries == 1) {
                throw away;
            }
            repeated.incrementAndGet();
            return ask(turn + 1, path, tries - 1);
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
        http.close();
    }
}
