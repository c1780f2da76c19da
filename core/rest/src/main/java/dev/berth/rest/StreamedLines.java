package dev.berth.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Streams lines to a client, each as it comes, until they end or the client goes. A quiet stream
 * beats: otherwise nobody would notice that the client has gone.
 */
final class StreamedLines implements StreamingOutput {

    private static final System.Logger LOG = System.getLogger(StreamedLines.class.getName());

    private final Lines lines;
    private final LineFormat format;
    private final Duration beat;
    private final OpenStreams open;
    private volatile boolean stopped;

    StreamedLines(Lines lines, LineFormat format, Duration beat, OpenStreams open) {
        this.lines = lines;
        this.format = format;
        this.beat = beat;
        this.open = open;
    }

    @Override
    public void write(OutputStream output) {
        try (LinePump pump = LinePump.of(lines)) {
            open.add(this);
            relay(pump, output);
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the client of a stream went", gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(this);
        }
    }

    /** Ends the lines before their time, and says so. Idempotent; any thread. */
    void stop() {
        stopped = true;
        lines.close();
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
                    // the status is sent already: a last line has to say that this is not the end
                    if (stopped) {
                        format.brokenOff(output);
                    }
                    return;
                }
                case LinePump.Broken(RuntimeException cause) -> {
                    LOG.log(System.Logger.Level.WARNING, "lines broke off", cause);
                    format.brokenOff(output);
                    return;
                }
            }
        }
    }
}
