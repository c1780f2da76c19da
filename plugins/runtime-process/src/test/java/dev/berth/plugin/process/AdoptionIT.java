package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.ReleaseState;
import dev.berth.testkit.TestRelease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AdoptionIT extends ProcessFixture {

    @TempDir private Path other;

    @Test
    void whatAKilledJvmStartedIsAdoptedAndCanBeStopped() throws Exception {
        startAndKill(false);
        TestRelease release = release(KilledInner.spec(false, context));

        List<Endpoint> endpoints = release.ready(2);

        assertThat(endpoints)
                .allSatisfy(endpoint -> assertThat(TestRelease.answer(endpoint)).isPresent());
        assertThat(release.starts()).isEqualTo(2);
        Signals.send("TERM", List.of(Long.toString(program(instance()))));
        assertThat(context.awaitChange(ID, Duration.ofSeconds(5))).isTrue();
        assertThat(instance().exit()).hasToString(exit(instance()));
        assertThat(release.delete()).isEqualTo(new ReleaseState.Gone());
        assertThat(LeftBehind.in(run)).isEmpty();
    }

    @Test
    @Timeout(60)
    void whatAKilledJvmStartedGoesOnWritingAndNothingOfItIsLost() throws Exception {
        startAndKill(true);
        TestRelease release = release(KilledInner.spec(true, context));

        List<Endpoint> endpoints = release.ready(2);

        try (LogStream log = runtime.logs(ID, new LogQuery(true, 0))) {
            for (int line = 0; line < 300; line++) {
                assertThat(log.next()).isPresent();
            }
        }
        assertThat(endpoints)
                .allSatisfy(endpoint -> assertThat(TestRelease.answer(endpoint)).isPresent());
        assertThat(release.starts()).isEqualTo(2);
    }

    private static String exit(Instance instance) {
        return "was ended by signal 15 (SIGTERM) %s after its start"
                .formatted(Exit.seconds(instance.exit().ran()));
    }

    private void startAndKill(boolean writing) throws Exception {
        Process inner =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledInner.class.getName(),
                                other.toString(),
                                run.toString(),
                                Boolean.toString(writing))
                        .inheritIO()
                        .start();
        assertThat(inner.waitFor()).isEqualTo(137);
    }
}
