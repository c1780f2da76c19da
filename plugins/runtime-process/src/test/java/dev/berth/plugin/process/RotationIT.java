package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.LogLine;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.testkit.TestOperation;
import dev.berth.testkit.TestRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of output that is more than is kept. */
@Timeout(60)
class RotationIT extends ProcessFixture {

    @BeforeEach
    void keepLittle() {
        runtime.close();
        runtime = new ProcessRuntime(TestConfig.smallLogs(run), context);
    }

    @Test
    void aProgramThatWritesFastKeepsItsNewestLinesInLittleSpace() {
        TestRelease release = script("seq 1 200000; echo last; exit 1");

        release.settle(1);

        OutputFiles output = OutputFiles.of(instance()).getFirst();
        long kept = output.numbers().stream().mapToLong(output::size).sum();
        assertThat(kept).isBetween(8_192L, 3 * 8_192L);
        assertThat(output.numbers()).hasSize(3);
        assertThat(output(release)).endsWith("199999", "200000", "last");
    }

    @Test
    void followingPassesOverRotationsWithoutLosingOrDoublingALine() {
        TestRelease release =
                script(
                        "i=0; while [ $i -lt 4000 ]; do echo $i; i=$((i + 1));"
                                + " [ $((i % 400)) -gt 0 ] || sleep 0.3; done; serve");
        release.runtime().reconcile(release.wanted(1), TestOperation.named("start"));

        List<String> lines = new ArrayList<>();
        try (LogStream stream = runtime.logs(ID, new LogQuery(true, 100_000))) {
            Optional<String> line = stream.next().map(LogLine::text);
            while (line.isPresent() && !line.get().equals("started")) {
                lines.add(line.get());
                line = stream.next().map(LogLine::text);
            }
        }

        assertThat(lines)
                .containsExactlyElementsOf(
                        IntStream.range(0, 4_000).mapToObj(String::valueOf).toList());
        assertThat(OutputFiles.of(instance()).getFirst().numbers()).hasSizeGreaterThan(1);
    }

    @Test
    void aStartGoesOnWithTheFileOfTheLast() {
        TestRelease release = script("echo started; exit 1");

        for (int start = 0; start < 5; start++) {
            release.settle(1);
            release.settle(0);
        }

        assertThat(release.starts()).isEqualTo(5);
        assertThat(OutputFiles.of(instance()).getFirst().numbers()).containsExactly(1);
    }
}
