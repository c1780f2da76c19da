package dev.berth.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks HTTP to one port of the server. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final String[] headers;

    private Client(int port, String... headers) {
        this.port = port;
        this.headers = headers;
    }

    /** Returns a client without a token. */
    static Client of(int port) {
        return new Client(port, "X-Test", "in-container");
    }

    /** Returns one that shows {@code token}. */
    Client with(String token) {
        return new Client(port, "Authorization", "Bearer " + token);
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

    Answer call(String method, String path, String body) {
        String type = method.equals("PUT") ? "application/gzip" : "application/json";
        return send(
                request(path, "Content-Type", type).method(method, BodyPublishers.ofString(body)));
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

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.headers(), JSON.readTree(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
