package dev.berth.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;

/**
 * Speaks HTTP to a started Berth: to Outer with the command line's token, to the edge by a host.
 */
final class Client implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StartedBerth berth;
    private final HttpClient http = HttpClient.newHttpClient();

    Client(StartedBerth berth) {
        this.berth = berth;
    }

    /** What came back from Outer. */
    record Answer(int status, JsonNode body) {

        /** Returns a member of the body as text. */
        String text(String member) {
            return body.path(member).asText();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        berth.secrets().sent(path, json);
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** Changes what is at {@code path}, if it still has that entity tag. */
    Answer patch(String path, String tag, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .method("PATCH", BodyPublishers.ofString(json)));
    }

    /** Returns the entity tag of what is at {@code path}. */
    String tag(String path) {
        return send(request(path).GET(), BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Uploads {@code archive} under the digest that it has. */
    Answer upload(byte[] archive) {
        return upload(Sources.digest(archive), archive);
    }

    /** Uploads {@code archive} under the digest that the test says. */
    Answer upload(String digest, byte[] archive) {
        return send(
                request("/api/v1/source/" + digest)
                        .header("Content-Type", "application/gzip")
                        .PUT(BodyPublishers.ofByteArray(archive)));
    }

    /** Asks the edge for {@code path} of a worker; empty where it has no answer from it. */
    Optional<String> worker(String id, String path) {
        return curl(id, path)
                .filter(answer -> answer.startsWith("200 "))
                .map(answer -> answer.substring(4));
    }

    /** Returns the edge's status for a worker. */
    int status(String id) {
        return curl(id, "/").map(answer -> Integer.parseInt(answer.substring(0, 3))).orElse(0);
    }

    /**
     * Java does not resolve {@code *.localhost}: a socket to the edge, and the host as a header.
     */
    private Optional<String> curl(String id, String path) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), berth.port("edge"))) {
            String head =
                    "GET "
                            + path
                            + " HTTP/1.0\r\nHost: "
                            + id
                            + ".worker.localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return Optional.of(
                    answer.substring(9, 12)
                            + " "
                            + answer.substring(answer.indexOf("\r\n\r\n") + 4));
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    /** Returns the lines of all metrics. */
    List<String> metrics() {
        URI metrics = URI.create("http://127.0.0.1:" + berth.port("management") + "/metrics");
        return send(HttpRequest.newBuilder(metrics), BodyHandlers.ofLines()).body().toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + berth.port("outer") + path))
                .header("Authorization", "Bearer " + berth.secret("cli-token"));
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        try {
            JsonNode body = JSON.readTree(response.body());
            berth.secrets().answered(response.uri().getPath(), body);
            return new Answer(response.statusCode(), body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
