package dev.berth.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;

/** A stream of events that a test reads. */
final class FollowedEvents implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stream<String> body;
    private final Iterator<String> lines;

    FollowedEvents(HttpResponse<Stream<String>> response) {
        body = response.body();
        lines = body.iterator();
    }

    /** What stands between two empty lines: the last line of each kind, or nothing. */
    record Block(String id, String name, JsonNode data) {

        boolean isEvent() {
            return !data.isMissingNode();
        }
    }

    /** Waits for the next event, and returns it. */
    Block event() {
        Block block = block();
        while (!block.isEvent()) {
            block = block();
        }
        return block;
    }

    /** Waits for the next block, be it without data. */
    Block block() {
        String id = "";
        String name = "";
        JsonNode data = JSON.missingNode();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("id:")) {
                id = value;
            } else if (line.startsWith("event:")) {
                name = value;
            } else if (line.startsWith("data:")) {
                data = read(value);
            }
        }
        return new Block(id, name, data);
    }

    /** Reads on to the end, which a test waits for. */
    void untilItEnds() {
        lines.forEachRemaining(_ -> {});
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(text, broken);
        }
    }

    @Override
    public void close() {
        body.close();
    }
}
