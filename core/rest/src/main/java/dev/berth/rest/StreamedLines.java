package dev.berth.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Streams lines to a client, each as it comes, until they end or the client goes. A quiet stream
 * beats: otherwise nobody would notice that the client has gone.
 */
public final class StreamedLines implements StreamingOutput {

    private static final Duration BEAT = Duration.ofSeconds(15);

    private final Lines lines;
    private final LineFormat format;
    private final Duration beat;

    StreamedLines(Lines lines, LineFormat format, Duration beat) {
        this.lines = lines;
        this.format = format;
        this.beat = beat;
    }

    /** Returns the answer that streams {@code lines}, and closes them. */
    public static Response answer(Lines lines, LineFormat format) {
        return Response.ok(new StreamedLines(lines, format, BEAT), format.mediaType())
                .header("X-Accel-Buffering", "no")
                .build();
    }

    @Override
    public void write(OutputStream output) throws IOException {
        try (LinePump pump = LinePump.of(lines)) {
            output.flush();
            relay(pump, output);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(LinePump pump, OutputStream output)
            throws IOException, InterruptedException {
        while (true) {
            switch (pump.next(beat)) {
                case LinePump.Line(String json) -> format.line(output, json);
                case LinePump.Nothing() -> format.beat(output);
                case LinePump.End() -> {
                    return;
                }
                case LinePump.Broken(RuntimeException cause) -> throw cause;
            }
        }
    }
}
