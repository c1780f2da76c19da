package dev.berth.rest;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Streams lines to a client, each as it comes, until they end or the client goes. A quiet stream
 * beats: otherwise nobody would notice that the client has gone.
 */
public final class StreamedLines implements StreamingOutput {

    /** What stands in the last line where the lines broke off. */
    static final String BROKEN_OFF = "{\"error\":\"the lines broke off; ask again\"}";

    private static final System.Logger LOG = System.getLogger(StreamedLines.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final Lines lines;
    private final LineFormat format;
    private final Duration beat;

    StreamedLines(Lines lines, LineFormat format, Duration beat) {
        this.lines = lines;
        this.format = format;
        this.beat = beat;
    }

    /**
     * Answers with the lines that {@code opening} returns, and closes them. On a thread of its own:
     * a client may follow for days.
     */
    public static void answer(AsyncResponse answer, Supplier<Lines> opening, LineFormat format) {
        LateAnswer.give(answer, () -> response(opening.get(), format));
    }

    private static Response response(Lines lines, LineFormat format) {
        return Response.ok(new StreamedLines(lines, format, BEAT), format.mediaType())
                .header("X-Accel-Buffering", "no")
                .build();
    }

    @Override
    public void write(OutputStream output) {
        try (LinePump pump = LinePump.of(lines)) {
            relay(pump, output);
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the client of a stream went", gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The status is sent already: a last line has to say that this is not the end. */
    private void breakOff(OutputStream output, RuntimeException cause) throws IOException {
        LOG.log(System.Logger.Level.WARNING, "lines broke off", cause);
        format.line(output, BROKEN_OFF);
    }

    private void relay(LinePump pump, OutputStream output)
            throws IOException, InterruptedException {
        // Liberty commits the status at the first flush, and sends only from the second on
        output.flush();
        output.flush();
        while (true) {
            switch (pump.next(beat)) {
                case LinePump.Line(String json) -> format.line(output, json);
                case LinePump.Nothing() -> format.beat(output);
                case LinePump.End() -> {
                    return;
                }
                case LinePump.Broken(RuntimeException cause) -> {
                    breakOff(output, cause);
                    return;
                }
            }
        }
    }
}
