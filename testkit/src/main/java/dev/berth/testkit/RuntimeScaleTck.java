package dev.berth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.ReleaseState.Gone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Says how a release grows, shrinks and goes. */
abstract class RuntimeScaleTck extends RuntimeLogsTck {

    @Test
    void itScalesUpAndKeepsWhatRuns() {
        TestRelease release = release(TestProgram.ANSWERS);
        List<Endpoint> before = release.ready(1);

        List<Endpoint> after = release.ready(3);

        assertThat(after).doesNotHaveDuplicates().containsAll(before);
        assertAnswer(after);
        assertThat(release.starts()).isEqualTo(3);
    }

    @Test
    void itScalesDownAndStopsTheRest() {
        TestRelease release = release(TestProgram.ANSWERS);
        List<Endpoint> before = release.ready(3);

        List<Endpoint> after = release.ready(1);

        assertThat(before).containsAll(after);
        assertAnswer(after);
        assertSilent(before.stream().filter(endpoint -> !after.contains(endpoint)).toList());
    }

    @Test
    void itScalesToNothingAndBack() {
        TestRelease release = release(TestProgram.ANSWERS);
        List<Endpoint> before = release.ready(1);
        release.ready(0);
        assertSilent(before);

        List<Endpoint> after = release.ready(1);

        assertAnswer(after);
    }

    @Test
    void deletingLeavesNothing() {
        TestRelease release = release(TestProgram.ANSWERS);
        List<Endpoint> endpoints = release.ready(2);

        ReleaseState state = release.delete();

        assertThat(state).isEqualTo(new Gone());
        assertSilent(endpoints);
        assertThat(release.log(10)).isEmpty();
        assertThat(release.delete()).isEqualTo(new Gone());
    }

    @Test
    void deletingTwiceAtOnceIsDeletingOnce() throws Exception {
        TestRelease release = release(TestProgram.ANSWERS);
        release.ready(1);

        List<ReleaseState> states =
                atOnce(List.of(release::delete, () -> release.on(another()).delete()));

        assertThat(states).containsExactly(new Gone(), new Gone());
    }

    @Test
    void anUnknownReleaseIsGone() {
        TestRelease release = release(TestProgram.ANSWERS);

        ReleaseState state = release.delete();

        assertThat(state).isEqualTo(new Gone());
    }

    @Test
    void releasesDoNotTouchEachOther() {
        TestRelease first = release(TestProgram.ANSWERS, FIRST);
        TestRelease second = release(TestProgram.ANSWERS, SECOND);
        List<Endpoint> kept = first.ready(1);
        List<Endpoint> deleted = second.ready(1);

        second.delete();

        assertThat(kept).doesNotContainAnyElementsOf(deleted);
        assertAnswer(kept);
        assertSilent(deleted);
    }
}
