package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.container.Client.Answer;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/** An answer as it came; of one that goes on, the head. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two
record FuzzAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /** Returns whether there is a body that can be read as JSON, and ends. */
    boolean isJson() {
        return header("content-type").matches("application/(problem\\+)?json.*");
    }

    /** Returns whether it says that the server has too much to do for now. */
    boolean isBusy() {
        return status == UNAVAILABLE && !header("retry-after").isEmpty();
    }

    /** Returns it as the other tests know it; what is no JSON is missing. */
    Answer answer() {
        return new Answer(status, HttpHeaders.of(headers, (_, _) -> true), json());
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException none) {
            return JSON.missingNode();
        }
    }

    String text() {
        return new String(body, UTF_8);
    }

    @Override
    public String toString() {
        String text = text();
        return status + " " + headers + " " + text.substring(0, Math.min(text.length(), 1_000));
    }
}
