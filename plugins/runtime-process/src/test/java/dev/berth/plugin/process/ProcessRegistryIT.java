package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.testkit.TestOperation;
import dev.berth.testkit.TestRelease;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessRegistryIT extends ProcessFixture {

    private static final Duration GRACE = Duration.ofSeconds(20);

    @Test
    void stoppingAllEndsEveryInstance() {
        TestRelease release = script("serve");
        List<Endpoint> endpoints = release.ready(2);

        ProcessRegistry.stopAll(run, GRACE);

        assertThat(LeftBehind.in(run)).isEmpty();
        assertThat(endpoints)
                .allSatisfy(endpoint -> assertThat(TestRelease.answer(endpoint)).isEmpty());
    }

    @Test
    void whatWasStoppedIsStartedAgain() {
        TestRelease release = script("serve");
        release.ready(1);
        ProcessRegistry.stopAll(run, GRACE);

        List<Endpoint> endpoints = release.ready(1);

        assertThat(TestRelease.answer(endpoints.getFirst())).isPresent();
        assertThat(release.starts()).isEqualTo(2);
    }

    @Test
    void whatWasStoppedBeforeItWasReadyIsNoFailure() {
        TestRelease release = script("[ -e $HOME/ran ] && serve; >$HOME/ran; sleep 1000");
        release.runtime().reconcile(release.wanted(1), TestOperation.named("start"));
        ProcessRegistry.stopAll(run, GRACE);

        List<Endpoint> endpoints = release.ready(1);

        assertThat(endpoints).hasSize(1);
    }

    @Test
    void theProgramIsAskedAndItsExitCodeIsKept() {
        TestRelease release = script("trap 'echo bye; exit 5' TERM; (serve) & wait; wait");
        release.ready(1);

        ProcessRegistry.stopAll(run, GRACE);

        assertThat(output(release)).contains("bye");
        assertThat(instance().file("exit").read()).contains("5");
    }

    @Test
    void aProgramThatIgnoresTheEndIsKilled() {
        TestRelease release = script("trap '' TERM; serve");
        release.ready(1);

        ProcessRegistry.stopAll(run, Duration.ofMillis(100));

        assertThat(LeftBehind.in(run)).isEmpty();
    }

    @Test
    void stoppingAllAgainAndStoppingNothingDoNothing() {
        script("serve").ready(1);
        ProcessRegistry.stopAll(run, GRACE);

        ProcessRegistry.stopAll(run, GRACE);
        ProcessRegistry.stopAll(Path.of("/nowhere"), GRACE);

        assertThat(LeftBehind.in(run)).isEmpty();
    }
}
