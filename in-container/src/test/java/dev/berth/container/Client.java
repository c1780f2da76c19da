package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** Speaks HTTP to one port of the server; takes no refusal that is not in problem details. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final int port;
    private final String[] headers;

    private Client(HttpClient http, int port, String... headers) {
        this.http = http;
        this.port = port;
        this.headers = headers;
    }

    /** Returns a client without a token. */
    static Client of(int port) {
        return new Client(HTTP, port, "X-Test", "in-container");
    }

    /** Returns one that shows {@code token}. */
    Client with(String token) {
        return new Client(http, port, "Authorization", "Bearer " + token);
    }

    /** Returns one at another address of this machine. */
    Client from(InetAddress place) {
        return new Client(HttpClient.newBuilder().localAddress(place).build(), port, headers);
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, JsonNode body) {

        String text(String member) {
            return body.path(member).asText();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** Returns the pointer of the first thing that is wrong with the request. */
        String pointer() {
            return body.at("/errors/0/pointer").asText();
        }
    }

    Answer get(String path, String... more) {
        return send(request(path, more).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path, String json) {
        return send(
                request(path, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    Answer call(String method, String path, String body, String... more) {
        String type = method.equals("PUT") ? "application/gzip" : "application/json";
        return send(
                request(path, more)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body)));
    }

    /** Opens a stream of events, from after {@code last} where that is not empty. */
    HttpResponse<Stream<String>> events(String last, String... more) {
        HttpRequest.Builder request = request("/api/v1/events", more);
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        return send(request, BodyHandlers.ofLines());
    }

    /** Asks for nothing but the head of an answer. */
    int head(String path) {
        return send(request(path).HEAD(), BodyHandlers.discarding()).statusCode();
    }

    /** Calls with more headers, names and values in turn. */
    Answer call(String method, String path, byte[] body, String... more) {
        return send(request(path, more).method(method, BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path, String... more) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .headers(headers);
        return more.length == 0 ? request : request.headers(more);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        try {
            Answer answer =
                    new Answer(
                            response.statusCode(),
                            response.headers(),
                            JSON.readTree(response.body()));
            assertThat(Problems.of(answer))
                    .as("%s answered %s", response.request(), answer)
                    .isEmpty();
            return answer;
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
}
