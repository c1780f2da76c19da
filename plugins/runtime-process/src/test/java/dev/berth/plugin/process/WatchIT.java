package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseState;
import dev.berth.testkit.TestOperation;
import dev.berth.testkit.TestRelease;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of instances that change by themselves. */
class WatchIT extends ProcessFixture {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void aKilledProgramIsToldOfAndAnswersAgainSoon() {
        TestRelease release = script("serve");
        release.ready(1);
        Instant killed = Instant.now();
        kill(program(instance()));

        assertThat(context.awaitChange(ID, SOON)).isTrue();
        List<Endpoint> endpoints = release.ready(1);

        assertThat(TestRelease.answer(endpoints.getFirst())).isPresent();
        // two seconds on an idle machine
        assertThat(Duration.between(killed, Instant.now())).isLessThan(SOON.multipliedBy(3));
    }

    @Test
    void anAdoptedProgramIsWatchedToo() {
        script("serve").ready(1);
        runtime.close();
        runtime = new ProcessRuntime(TestConfig.in(run), context);
        script("serve").ready(1);

        kill(leader());

        assertThat(context.awaitChange(ID, SOON)).isTrue();
    }

    @Test
    void whatIsNotHeardIsRepeated() {
        script("serve").ready(1);
        kill(program(instance()));

        assertThat(context.awaitChange(ID, SOON)).isTrue();
        assertThat(context.awaitChange(ID, SOON.multipliedBy(5))).isTrue();
    }

    @Test
    void aProgramThatWasAskedToEndIsNotToldOf() {
        TestRelease release = script("serve");
        release.ready(1);
        release.settle(0);

        assertThat(context.awaitChange(ID, Duration.ofMillis(500))).isFalse();
    }

    @Test
    void nothingIsToldAfterTheEndOfTheRuntime() {
        script("serve").ready(1);
        runtime.close();

        kill(program(instance()));

        assertThat(context.awaitChange(ID, Duration.ofMillis(500))).isFalse();
        runtime = new ProcessRuntime(TestConfig.in(run), context);
    }

    @Test
    void aProgramThatClosesItsListenerAndLivesOnIsToldOfAndReplacedInTheEnd() throws Exception {
        TestRelease release = script("serve close");
        release.ready(1);
        Files.createFile(instance().home().resolve("close"));

        assertThat(context.awaitChange(ID, SOON.multipliedBy(3))).isTrue();
        TestOperation operation = TestOperation.named("look");
        ReleaseState state = release.runtime().reconcile(release.wanted(1), operation);
        clock.move(Duration.ofSeconds(3));
        Files.delete(instance().home().resolve("close"));
        release.ready(1);

        assertThat(state)
                .isInstanceOfSatisfying(
                        ReleaseState.InProgress.class,
                        progress -> assertThat(progress.phrase()).contains("no longer listens"));
        assertThat(release.starts()).isEqualTo(2);
    }
}
