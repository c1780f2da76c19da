package dev.berth.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How lines of JSON are streamed. */
public enum LineFormat {
    /** One object per line; an empty line now and then says that the stream lives. */
    JSON_LINES("", "\n", "\n"),

    /** One event per line; a comment now and then says that the stream lives. */
    EVENTS("data: ", "\n\n", ":\n\n"),

    /** Events as they are, with all that belongs to each; a comment where they break off. */
    BLOCKS("", "\n\n", ":\n\n") {

        @Override
        void brokenOff(OutputStream output) throws IOException {
            line(output, ": this is not the end; come again");
        }
    };

    /** The media type of {@link #JSON_LINES}. */
    public static final String NDJSON = "application/x-ndjson";

    /** What stands in the last line where the lines broke off. */
    static final String BROKEN_OFF = "{\"error\":\"the lines broke off; ask again\"}";

    private final String before;
    private final String after;
    private final String beat;

    LineFormat(String before, String after, String beat) {
        this.before = before;
        this.after = after;
        this.beat = beat;
    }

    /** Returns the format for what a client prefers. */
    public static LineFormat of(List<MediaType> accepted) {
        return accepted.stream()
                .filter(type -> !type.isWildcardSubtype())
                .map(type -> type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE))
                .findFirst()
                .filter(Boolean.TRUE::equals)
                .map(events -> EVENTS)
                .orElse(JSON_LINES);
    }

    /** Returns the media type to answer with. */
    public String mediaType() {
        return this == JSON_LINES ? NDJSON : MediaType.SERVER_SENT_EVENTS;
    }

    void line(OutputStream output, String json) throws IOException {
        output.write((before + json + after).getBytes(UTF_8));
        output.flush();
    }

    /** Says that there would be more. */
    void brokenOff(OutputStream output) throws IOException {
        line(output, BROKEN_OFF);
    }

    void beat(OutputStream output) throws IOException {
        output.write(beat.getBytes(UTF_8));
        output.flush();
    }
}
