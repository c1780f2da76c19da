package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseState;
import dev.berth.testkit.TestOperation;
import dev.berth.testkit.TestRelease;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramEndIT extends ProcessFixture {

    private static final Duration GRACE = Duration.ofSeconds(10);

    @Test
    void aProgramThatDiedAfterItWasReadyIsStartedAgainAtOnce() {
        TestRelease release = script("serve");
        List<Endpoint> before = release.ready(1);
        kill(program(instance()));

        List<Endpoint> after = release.ready(1);

        assertThat(TestRelease.answer(after.getFirst())).isPresent();
        assertThat(after).hasSameSizeAs(before);
        assertThat(release.starts()).isEqualTo(2);
    }

    @Test
    void aProgramThatKeepsDyingIsGivenUpAfterFiveStarts() throws Exception {
        TestRelease release =
                script("[ -e $HOME/ran ] && { echo started; exit 7; }; >$HOME/ran; serve");
        release.ready(1);
        kill(program(instance()));

        ReleaseState state = settleWithMovedClock(release);

        assertThat(reason(state)).contains("exited with code 7", "each of its last 5 starts");
        assertThat(release.starts()).isEqualTo(6);
    }

    @Test
    void aProgramThatIsKilledBeforeItIsReadyIsRejectedWithTheSignal() {
        TestRelease release = script("kill -9 $$");

        String reason = reason(release.settle(1));

        assertThat(reason).contains("was ended by signal 9 (SIGKILL)", "after its start");
    }

    @Test
    void aProgramThatLosesItsShimIsReplaced() throws Exception {
        TestRelease release = script("serve");
        release.ready(1);
        long before = program(instance());
        kill(leader());

        release.ready(1);

        assertThat(release.starts()).isEqualTo(2);
        assertThat(ProcessTable.find(before)).isEmpty();
    }

    @Test
    void stoppingEndsWhatTheProgramStartedToo() {
        TestRelease release =
                script("sleep 1000 & (trap '' TERM; sleep 1000) & setsid -f sleep 1000; serve");
        release.ready(1);

        release.runtime().reconcile(release.wanted(0), TestOperation.named("stop"));
        clock.move(GRACE);
        release.ready(0);

        assertThat(LeftBehind.in(run)).isEmpty();
    }

    @Test
    void aProgramThatIgnoresTheEndIsKilledAfterTheGraceAndHoldsNobodyUp() {
        TestRelease release = script("trap '' TERM; serve");
        release.ready(1);
        TestOperation operation = TestOperation.named("stop");

        ReleaseState first = release.runtime().reconcile(release.wanted(0), operation);
        clock.move(GRACE);

        assertThat(first).isInstanceOf(ReleaseState.InProgress.class);
        assertThat(release.settle(0, operation)).isInstanceOf(ReleaseState.Ready.class);
    }

    @Test
    void aListenerThatIsNotTheProgramsOwnDoesNotMakeItReady() throws IOException {
        TestRelease release = script("exec sleep 1000");
        release.runtime().reconcile(release.wanted(1), TestOperation.named("start"));

        try (ServerSocket foreign = new ServerSocket(instance().port().orElseThrow())) {
            clock.move(Duration.ofMinutes(1));
            String reason = reason(release.settle(1));

            assertThat(reason)
                    .contains("does not listen on port " + foreign.getLocalPort())
                    .contains("which another program holds");
        }
    }

    @Test
    void aProgramThatGoesToTheBackgroundIsToldNotTo() {
        TestRelease release = script("setsid -f sh -c 'sleep 1000'; exit 0");

        String reason = reason(release.settle(1));

        assertThat(reason)
                .contains("exited with code 0", "it has to stay in the foreground")
                .contains("it wrote nothing");
        assertThat(LeftBehind.in(run)).isEmpty();
    }

    @Test
    void aProgramWhosePortWasTakenIsGivenAnother() throws Exception {
        TestRelease release = script("until [ -e $HOME/taken ]; do sleep 0.01; done; serve");
        release.runtime().reconcile(release.wanted(1), TestOperation.named("start"));

        try (ServerSocket foreign = new ServerSocket(instance().port().orElseThrow())) {
            Files.createFile(instance().directory().resolve("home/taken"));
            List<Endpoint> endpoints = release.ready(1);

            assertThat(endpoints.getFirst().uri().getPort()).isNotEqualTo(foreign.getLocalPort());
            assertThat(TestRelease.answer(endpoints.getFirst())).isPresent();
        }
    }

    @Test
    void whatAnEarlierBootLeftIsStartedAgain() {
        TestRelease release = script("serve");
        release.ready(1);
        ProcessRegistry.stopAll(run, GRACE);
        instance().stopped().delete();
        instance().pid().write(new ProcessIdentity(1, 1, "earlier-boot").toString());

        release.ready(1);

        assertThat(release.starts()).isEqualTo(2);
    }

    private ReleaseState settleWithMovedClock(TestRelease release) {
        TestOperation operation = TestOperation.named("again");
        ReleaseState state = release.runtime().reconcile(release.wanted(1), operation);
        while (state instanceof ReleaseState.InProgress progress) {
            clock.move(progress.callAgainAfter());
            state = release.runtime().reconcile(release.wanted(1), operation);
        }
        return state;
    }
}
