package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseState;
import dev.berth.testkit.TestProgram;
import dev.berth.testkit.TestRelease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionIT extends ProcessFixture {

    @TempDir private Path other;

    @Test
    void whatAKilledJvmStartedIsAdoptedAndCanBeStopped() throws Exception {
        startAndKill();
        TestRelease release = release(TestPrograms.spec(TestProgram.ANSWERS, ID, context));

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

    private static String exit(Instance instance) {
        return "was ended by signal 15 (SIGTERM) %s after its start"
                .formatted(Exit.seconds(instance.exit().ran()));
    }

    private void startAndKill() throws Exception {
        Process inner =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledInner.class.getName(),
                                other.toString(),
                                run.toString())
                        .inheritIO()
                        .start();
        assertThat(inner.waitFor()).isEqualTo(137);
    }
}
