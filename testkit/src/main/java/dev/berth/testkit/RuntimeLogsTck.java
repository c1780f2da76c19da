package dev.berth.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.LogLine;
import dev.berth.spi.LogLine.Stream;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Says how the lines that instances write are read. */
@Timeout(60)
abstract class RuntimeLogsTck extends RuntimeReasonsTck {

    private static final LogQuery FOLLOW = new LogQuery(true, 0);

    @Test
    void linesOfBothOutputsAreReadInOrder() {
        TestRelease release = release(TestProgram.WRITES);
        release.ready(1);

        List<LogLine> lines = release.log(100);

        assertThat(lines).contains(new LogLine(1, Stream.STDOUT, "started"));
        assertThat(lines)
                .filteredOn(line -> line.text().startsWith("out "))
                .extracting(LogLine::text)
                .containsExactly("out 1", "out 2", "out 3", "out 4", "out 5");
        assertThat(lines)
                .filteredOn(line -> line.stream() == Stream.STDERR)
                .extracting(LogLine::text)
                .containsSubsequence("err 1", "err 2", "err 3", "err 4", "err 5");
    }

    @Test
    void theNewestLinesAreAsManyAsAskedForPerInstance() {
        TestRelease release = release(TestProgram.WRITES);
        release.ready(2);

        List<LogLine> lines = release.log(4);

        assertThat(lines).filteredOn(line -> line.instance() == 1).hasSize(4);
        assertThat(lines).filteredOn(line -> line.instance() == 2).hasSize(4);
        assertThat(lines).extracting(LogLine::text).doesNotContain("started", "out 1", "err 1");
    }

    @Test
    void linesOfLongBeforeAreLeftOutAndThoseOfLaterAreNot() {
        TestRelease release = release(TestProgram.WRITES);
        Instant before = Instant.now().minusSeconds(5);
        release.ready(1);

        List<LogLine> lines = release.log(new LogQuery(false, 100, Optional.of(before)));
        List<LogLine> later =
                release.log(
                        new LogQuery(
                                false, 100, Optional.of(Instant.now().plus(Duration.ofDays(1)))));

        assertThat(lines).extracting(LogLine::text).contains("started", "out 1", "out 5");
        assertThat(later).isEmpty();
    }

    @Test
    void theLogOfAnUnknownReleaseIsEmpty() {
        TestRelease release = release(TestProgram.WRITES);

        List<LogLine> lines = release.log(10);

        assertThat(lines).isEmpty();
    }

    @Test
    void aStreamThatFollowsGetsWhatIsWrittenLater() {
        TestRelease release = release(TestProgram.WRITES);
        release.ready(1);

        try (LogStream stream = release.runtime().logs(FIRST, FOLLOW)) {
            release.ready(2);

            // the first instance may say so as late as this, too
            LogLine later =
                    next(stream, line -> line.instance() == 2 && line.text().equals("started"));
            assertThat(later.stream()).isEqualTo(Stream.STDOUT);
        }
    }

    @Test
    void aStreamThatFollowsEndsWithItsRelease() throws Exception {
        TestRelease release = release(TestProgram.ANSWERS);
        release.ready(1);

        try (LogStream stream = release.runtime().logs(FIRST, FOLLOW);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> end = executor.submit(() -> drained(stream));
            release.delete();

            assertThat(end.get(20, SECONDS)).isTrue();
        }
    }

    @Test
    void closingAStreamEndsAWaitInAnotherThread() throws Exception {
        TestRelease release = release(TestProgram.ANSWERS);
        release.ready(1);

        CountDownLatch reading = new CountDownLatch(1);
        try (LogStream stream = release.runtime().logs(FIRST, new LogQuery(true, 10));
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Runnable close = stream::close;
            Future<Boolean> end =
                    executor.submit(
                            () -> {
                                next(stream, line -> line.text().equals("started"));
                                reading.countDown();
                                return drained(stream);
                            });
            reading.await();
            close.run();

            assertThat(end.get(20, SECONDS)).isTrue();
        }
    }

    private static LogLine next(LogStream stream, Predicate<LogLine> wanted) {
        Optional<LogLine> line = stream.next();
        while (line.filter(wanted.negate()).isPresent()) {
            line = stream.next();
        }
        return line.orElseThrow();
    }

    private static boolean drained(LogStream stream) {
        while (stream.next().isPresent()) {
            Thread.onSpinWait();
        }
        return true;
    }
}
