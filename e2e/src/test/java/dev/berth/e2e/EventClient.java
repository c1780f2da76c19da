package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;

/** Follows the events of a started Berth; knows nothing but server-sent events. */
final class EventClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stream<String> body;
    private final Iterator<String> lines;
    private String position = "";

    private EventClient(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        body = response.body();
        lines = body.iterator();
    }

    /** Follows from after {@code last}; from now on where that is empty. */
    static EventClient of(StartedBerth berth, String last)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:" + berth.port("outer") + "/api/events"))
                        .header("Authorization", "Bearer " + berth.secret("cli-token"));
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        return new EventClient(request.build());
    }

    /** Waits for the first sign of life, and returns where the stream is. */
    String position() {
        while (position.isEmpty()) {
            read();
        }
        return position;
    }

    /** Waits for the next event. */
    JsonNode next() {
        JsonNode event = read();
        while (event.isMissingNode()) {
            event = read();
        }
        return event;
    }

    private JsonNode read() {
        String line = lines.next();
        if (line.startsWith("id: ")) {
            position = line.substring("id: ".length());
        }
        assertThat(line).isNotEqualTo("event: reset");
        return line.startsWith("data: ") ? json(line) : JSON.missingNode();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line.substring("data: ".length()));
        } catch (IOException broken) {
            throw new UncheckedIOException(line, broken);
        }
    }

    @Override
    public void close() {
        body.close();
        http.shutdownNow();
    }
}
