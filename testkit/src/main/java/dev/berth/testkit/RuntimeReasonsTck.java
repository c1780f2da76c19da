package dev.berth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.LogLine;
import dev.berth.spi.ReleaseState;
import org.junit.jupiter.api.Test;

/** Says what a developer must be told of a program that does not become ready. */
abstract class RuntimeReasonsTck extends RuntimeTckBase {

    @Test
    void aProgramThatExitsIsRejectedWithItsCodeAndItsLastWords() {
        TestRelease release = release(TestProgram.EXITS);

        ReleaseState state = release.settle(1);

        assertThat(reason(state)).contains("exited with code 3", "no configuration");
    }

    @Test
    void aProgramThatExitsIsStartedOnce() {
        TestRelease release = release(TestProgram.EXITS);
        ReleaseState first = release.settle(1);

        ReleaseState second = release.settle(1);

        assertThat(second).isEqualTo(first);
        assertThat(release.starts()).isEqualTo(1);
    }

    @Test
    void aRejectedReleaseStartsAfreshAfterItWasStopped() {
        TestRelease release = release(TestProgram.EXITS);
        release.settle(1);
        release.settle(0);

        ReleaseState state = release.settle(1);

        assertThat(reason(state)).contains("exited with code 3");
        assertThat(release.starts()).isEqualTo(2);
    }

    @Test
    void aProgramThatNeverListensIsRejected() {
        TestRelease release = release(TestProgram.NEVER_LISTENS);

        ReleaseState state = release.settle(1);

        assertThat(reason(state)).contains("does not listen on port", "after its start");
    }

    @Test
    void aProgramThatListensElsewhereIsToldWhere() {
        TestRelease release = release(TestProgram.LISTENS_ELSEWHERE);

        ReleaseState state = release.settle(1);

        String said =
                release.log(10).stream()
                        .map(LogLine::text)
                        .filter(line -> line.startsWith("elsewhere "))
                        .findFirst()
                        .orElseThrow();
        assertThat(reason(state))
                .contains("listens on port " + said.substring("elsewhere ".length()), "PORT");
    }

    private static String reason(ReleaseState state) {
        assertThat(state).isInstanceOf(ReleaseState.Rejected.class);
        return String.join("; ", ((ReleaseState.Rejected) state).reasons());
    }
}
