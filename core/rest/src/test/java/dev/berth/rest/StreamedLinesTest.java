package dev.berth.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StreamedLinesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void eachLineIsALine() {
        GivenLines lines = new GivenLines("{\"a\":1}", "{\"a\":2}");

        assertThat(written(lines, LineFormat.JSON_LINES)).isEqualTo("{\"a\":1}\n{\"a\":2}\n");
        assertThat(lines.closed.getCount()).isZero();
    }

    @Test
    void eachLineIsAnEvent() {
        assertThat(written(new GivenLines("{\"a\":1}"), LineFormat.EVENTS))
                .isEqualTo("data: {\"a\":1}\n\n");
    }

    @Test
    void lastLineSaysThatTheLinesBrokeOff() {
        Lines broken =
                new GivenLines() {
                    @Override
                    public Optional<String> next() {
                        throw new IllegalStateException("broken for a test");
                    }
                };

        assertThat(written(broken, LineFormat.JSON_LINES)).isEqualTo(LineFormat.BROKEN_OFF + "\n");
    }

    @Test
    void eventsWithTheirIdsAreWrittenAsTheyAre() {
        assertThat(written(new GivenLines("id: 1.0", "id: 2.3\ndata: {}"), LineFormat.BLOCKS))
                .isEqualTo("id: 1.0\n\nid: 2.3\ndata: {}\n\n");
    }

    @Test
    void serverThatStopsEndsEventsWithoutOneThatIsNone() {
        OpenStreams open = new OpenStreams();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        open.stop();

        new StreamedLines(new QuietLines(), LineFormat.BLOCKS, LONG, open).write(output);

        assertThat(output.toString(UTF_8)).startsWith(":").doesNotContain("data:");
    }

    @Test
    void linesAreClosedWhenTheClientOfAQuietStreamGoes() {
        QuietLines quiet = new QuietLines();

        new StreamedLines(quiet, LineFormat.JSON_LINES, Duration.ofMillis(1), new OpenStreams())
                .write(new Gone());

        assertThat(quiet.closed.getCount()).isZero();
    }

    @Test
    void serverThatStopsEndsAStreamAndSaysSo() {
        OpenStreams open = new OpenStreams();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        open.stop();

        new StreamedLines(new QuietLines(), LineFormat.JSON_LINES, LONG, open).write(output);

        assertThat(output.toString(UTF_8)).isEqualTo(LineFormat.BROKEN_OFF + "\n");
    }

    private static String written(Lines lines, LineFormat format) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new StreamedLines(lines, format, LONG, new OpenStreams()).write(output);
        return output.toString(UTF_8);
    }

    private static class GivenLines implements Lines {

        final CountDownLatch closed = new CountDownLatch(1);
        private final Queue<String> left;

        GivenLines(String... lines) {
            this.left = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public Optional<String> next() {
            return Optional.ofNullable(left.poll());
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** Never has a line until it is closed. */
    private static final class QuietLines extends GivenLines {

        @Override
        public Optional<String> next() {
            try {
                closed.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        }
    }

    /** Where a client has hung up. */
    private static final class Gone extends OutputStream {

        @Override
        public void write(int octet) throws IOException {
            throw new IOException("the client has gone");
        }
    }
}
