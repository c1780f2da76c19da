package dev.berth.testkit;

import static dev.berth.spi.PluginException.Kind.CONFLICT;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.spi.Endpoint;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.ReleaseState.Gone;
import dev.berth.spi.WorkerRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Says what every {@link WorkerRuntime} does. A plugin's conformance test extends it, overrides
 * {@link #create} and {@link #spec}, and declares by {@link #pretends} where nothing really runs.
 */
public abstract class RuntimeTck extends RuntimeLogsTck {

    /** Creates the test; JUnit does. */
    protected RuntimeTck() {
        // nothing to keep
    }

    @Test
    void aProgramThatAnswersBecomesReady() {
        TestRelease release = release(TestProgram.ANSWERS);

        List<Endpoint> endpoints = release.ready(1);

        assertAnswer(endpoints);
    }

    @Test
    void aProgramThatListensLateBecomesReady() {
        TestRelease release = release(TestProgram.LISTENS_LATE);

        List<Endpoint> endpoints = release.ready(1);

        assertAnswer(endpoints);
    }

    @Test
    void reconcilingAgainStartsNothing() {
        TestRelease release = release(TestProgram.ANSWERS);
        List<Endpoint> before = release.ready(2);

        List<Endpoint> after = release.ready(2);

        assertThat(after).containsExactlyElementsOf(before);
        assertThat(release.starts()).isEqualTo(2);
    }

    @Test
    void twoReconcilesAtOnceStartOnce() throws Exception {
        TestRelease release = release(TestProgram.ANSWERS);
        TestRelease same = release.on(another());

        List<ReleaseState> states =
                atOnce(
                        List.of(
                                () -> release.settle(2),
                                () -> same.settle(2),
                                () -> same.settle(2)));

        assertThat(states).allSatisfy(state -> assertThat(state).isEqualTo(states.getFirst()));
        assertAnswer(TestRelease.ready(states.getFirst(), 2));
        assertThat(release.starts()).isEqualTo(2);
    }

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
    void anotherObjectAdoptsWhatRuns() {
        TestRelease release = release(TestProgram.ANSWERS);
        List<Endpoint> before = release.ready(2);
        release.runtime().close();

        List<Endpoint> after = release.on(another()).ready(2);

        assertThat(after).containsExactlyElementsOf(before);
        assertAnswer(after);
        assertThat(release.on(another()).starts()).isEqualTo(2);
    }

    @Test
    void aLowerAttemptChangesNothing() {
        TestRelease release = release(TestProgram.ANSWERS);
        TestOperation operation = TestOperation.named("reconcile");
        List<Endpoint> endpoints = TestRelease.ready(release.settle(1, operation.attempt(5)), 1);

        PluginException refused =
                catchThrowableOfType(
                        PluginException.class, () -> release.settle(0, operation.attempt(4)));

        assertThat(refused.kind()).isEqualTo(CONFLICT);
        assertAnswer(endpoints);
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

    private void assertAnswer(List<Endpoint> endpoints) {
        if (pretends()) {
            assertSilent(endpoints);
        } else {
            assertThat(endpoints.stream().map(TestRelease::answer).distinct())
                    .hasSameSizeAs(endpoints)
                    .allSatisfy(answer -> assertThat(answer).isPresent());
        }
    }

    private static void assertSilent(List<Endpoint> endpoints) {
        assertThat(endpoints)
                .allSatisfy(endpoint -> assertThat(TestRelease.answer(endpoint)).isEmpty());
    }

    private static List<ReleaseState> atOnce(List<Callable<ReleaseState>> calls) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ReleaseState> states = new ArrayList<>();
            for (Future<ReleaseState> call : calls.stream().map(executor::submit).toList()) {
                states.add(call.get(60, SECONDS));
            }
            return states;
        }
    }
}
