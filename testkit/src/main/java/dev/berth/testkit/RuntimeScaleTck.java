package dev.berth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.ReleaseState.Gone;
import java.util.List;
import java.util.function.Supplier;
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
    void scalingDownTwiceAtOnceIsScalingDownOnce() throws Exception {
        TestRelease release = release(TestProgram.ANSWERS);
        List<Endpoint> before = release.ready(3);
        TestRelease same = release.on(another());

        List<ReleaseState> states = atOnce(List.of(() -> release.settle(1), () -> same.settle(1)));

        assertThat(states).allSatisfy(state -> assertThat(state).isEqualTo(states.getFirst()));
        List<Endpoint> after = TestRelease.ready(states.getFirst(), 1);
        assertAnswer(after);
        assertSilent(before.stream().filter(endpoint -> !after.contains(endpoint)).toList());
        assertThat(release.starts()).isEqualTo(3);
    }

    @Test
    void startingAfreshTwiceAtOnceIsStartingOnce() throws Exception {
        TestRelease release = release(TestProgram.ANSWERS);
        release.ready(1);
        release.ready(0);
        TestRelease same = release.on(another());

        List<ReleaseState> states = atOnce(List.of(() -> release.settle(1), () -> same.settle(1)));

        assertThat(states).allSatisfy(state -> assertThat(state).isEqualTo(states.getFirst()));
        assertThat(release.starts()).isEqualTo(2);
    }

    @Test
    void aReconcileAtOnceWithALaterDeletionLeavesNothing() throws Exception {
        TestRelease release = release(TestProgram.ANSWERS);
        List<Endpoint> before = release.ready(1);
        TestRelease same = release.on(another());

        List<ReleaseState> states =
                atOnce(List.of(release::delete, () -> orGone(() -> same.settle(2))));

        assertThat(states).contains(new Gone());
        assertSilent(before);
        assertThat(release.log(10)).isEmpty();
    }

    /** Returns {@link Gone} where the call is refused, because a later attempt has overtaken it. */
    private static ReleaseState orGone(Supplier<ReleaseState> call) {
        try {
            return call.get();
        } catch (PluginException overtaken) {
            assertThat(overtaken.kind()).isEqualTo(PluginException.Kind.CONFLICT);
            return new Gone();
        }
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
