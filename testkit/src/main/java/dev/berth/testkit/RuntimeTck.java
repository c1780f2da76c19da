package dev.berth.testkit;

import static dev.berth.spi.PluginException.Kind.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.spi.Endpoint;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Says what every {@link WorkerRuntime} does. A plugin's conformance test extends it, overrides
 * {@link #create} and {@link #spec}, and declares what is lacking: {@link #pretends} where nothing
 * really runs, {@link #isolates}, {@link #enforcesLimits}, {@link #tellsOfChanges}.
 */
public abstract class RuntimeTck extends RuntimeLacksTck {

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
    void aLowerAttemptDeletesNothing() {
        TestRelease release = release(TestProgram.ANSWERS);
        TestOperation operation = TestOperation.named("reconcile");
        List<Endpoint> endpoints = TestRelease.ready(release.settle(1, operation.attempt(5)), 1);

        PluginException refused =
                catchThrowableOfType(
                        PluginException.class,
                        () -> release.runtime().delete(FIRST, operation.attempt(4)));

        assertThat(refused.kind()).isEqualTo(CONFLICT);
        assertAnswer(endpoints);
    }

    @Test
    void theSameAttemptMayBeMadeAgain() {
        TestRelease release = release(TestProgram.ANSWERS);
        TestOperation operation = TestOperation.named("reconcile").attempt(5);
        List<Endpoint> before = TestRelease.ready(release.settle(1, operation), 1);

        List<Endpoint> after = TestRelease.ready(release.settle(1, operation), 1);

        assertThat(after).isEqualTo(before);
        assertThat(release.starts()).isEqualTo(1);
    }

    @Test
    void aLowerAttemptDoesNotBringADeletedReleaseBack() {
        TestRelease release = release(TestProgram.ANSWERS);
        release.ready(1);
        release.delete();

        PluginException refused =
                catchThrowableOfType(PluginException.class, () -> release.settle(1));

        assertThat(refused.kind()).isEqualTo(CONFLICT);
        assertThat(release.log(10)).isEmpty();
    }
}
