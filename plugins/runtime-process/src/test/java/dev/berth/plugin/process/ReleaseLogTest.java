package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.LogLine;
import dev.berth.spi.LogLine.Stream;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.ReleaseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseLogTest {

    private static final String OUT = "stdout.000000001.log";
    private static final String ERR = "stderr.000000001.log";

    @TempDir private Path directory;
    private final MovedClock clock = new MovedClock();
    private LogClock logClock;

    @BeforeEach
    void clock() {
        logClock = new LogClock(directory, clock, System.getLogger("test"));
    }

    @Test
    void aLineWithoutAnEndCountsAtTheEnd() throws IOException {
        write(OUT, "one\r\ntwo");

        assertThat(read(10)).containsExactly(out("one"), out("two"));
    }

    @Test
    void malformedBytesAreReplaced() throws IOException {
        Files.write(file(OUT), new byte[] {'a', (byte) 0xFF, 'b', '\n'});

        assertThat(read(10)).containsExactly(out("a\uFFFDb"));
    }

    @Test
    void aLineOverTheLimitIsSplitBetweenCharacters() throws IOException {
        String line = "x" + "é".repeat(LogFile.LONGEST_LINE);
        write(OUT, line + "\nnext\n");

        List<LogLine> lines = read(10);

        assertThat(lines)
                .hasSize(4)
                .allSatisfy(
                        part ->
                                assertThat(part.text().getBytes(UTF_8).length)
                                        .isLessThanOrEqualTo(LogFile.LONGEST_LINE));
        assertThat(lines.stream().map(LogLine::text).reduce("", String::concat))
                .isEqualTo(line + "next");
    }

    @Test
    void bothOutputsShareTheNewestLines() throws IOException {
        write(OUT, "1\n2\n3\n4\n5\n");
        write(ERR, "bad\n");

        assertThat(read(3))
                .containsExactly(out("4"), out("5"), new LogLine(1, Stream.STDERR, "bad"));
        assertThat(read(1)).hasSize(1);
        assertThat(read(0)).isEmpty();
    }

    @Test
    void linesAreFoundBeyondOneBlock() throws IOException {
        write(OUT, "old\n" + ("y".repeat(999) + "\n").repeat(200));

        assertThat(read(200)).hasSize(200).noneMatch(line -> line.text().equals("old"));
        assertThat(read(201)).hasSize(201).first().isEqualTo(out("old"));
    }

    @Test
    void aLineIsFollowedOnlyWhenItIsWhole() throws IOException {
        write(OUT, "old\nhal");
        try (LogStream stream = log(new LogQuery(true, 0))) {
            Files.writeString(file(OUT), "f\nnew\n", APPEND);

            assertThat(stream.next().orElseThrow().text()).isEqualTo("f");
            assertThat(stream.next()).contains(out("new"));
        }
    }

    @Test
    void linesOfEarlierAreLeftOut() throws IOException {
        write(OUT, "old\nhal");
        logClock.look();
        clock.move(Duration.ofMinutes(5));
        Instant since = clock.instant();
        clock.move(Duration.ofSeconds(1));
        Files.writeString(file(OUT), "f\nnew\n", APPEND);
        logClock.look();

        assertThat(read(new LogQuery(false, 100, Optional.of(since))))
                .containsExactly(out("half"), out("new"));
        assertThat(read(new LogQuery(false, 1, Optional.of(since)))).containsExactly(out("new"));
        assertThat(read(new LogQuery(false, 100, Optional.of(Instant.EPOCH)))).hasSize(3);
        assertThat(read(new LogQuery(false, 100, Optional.of(since.plusSeconds(60))))).isEmpty();
    }

    @Test
    void linesOfWhichNobodyNotedTheTimeCountAsLater() throws IOException {
        write(OUT, "old\n");

        assertThat(read(new LogQuery(false, 100, Optional.of(clock.instant().minusSeconds(60)))))
                .containsExactly(out("old"));
    }

    @Test
    void marksOfLongAgoAreThinned() throws IOException {
        write(OUT, "1\n2\n");
        OutputFiles output = OutputFiles.of(release().instance(1)).getFirst();
        LogMarks marks = new LogMarks(output);

        for (int second = 1; second <= 3 * LogMarks.MOST; second++) {
            marks.add(Instant.ofEpochSecond(second), new LogPlace(1, second < 100 ? 0 : 2));
        }

        assertThat(output.marks())
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(200_000));
        assertThat(marks.place(Instant.ofEpochSecond(1_000))).isEqualTo(new LogPlace(1, 2));
        assertThat(marks.place(Instant.EPOCH)).isEqualTo(LogPlace.START);
    }

    private List<LogLine> read(int last) {
        return read(new LogQuery(false, last));
    }

    private List<LogLine> read(LogQuery query) {
        List<LogLine> lines = new ArrayList<>();
        try (LogStream stream = log(query)) {
            for (Optional<LogLine> line = stream.next(); line.isPresent(); line = stream.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    private LogStream log(LogQuery query) {
        return new ReleaseLog(release(), query, logClock);
    }

    private ReleaseDirectory release() {
        return ReleaseDirectory.of(directory, new ReleaseId("0a1b2c3d", 1));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
    }

    private Path file(String name) {
        return Trees.create(release().instance(1).directory()).resolve(name);
    }

    private static LogLine out(String text) {
        return new LogLine(1, Stream.STDOUT, text);
    }
}
