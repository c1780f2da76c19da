package dev.berth.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.spi.PluginContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every part of {@link RuntimeTck} needs: a runtime, releases on it, and their end. */
abstract class RuntimeTckBase {

    /** Names the first release of each test. */
    static final ReleaseId FIRST = new ReleaseId("0a1b2c3d", 1);

    /** Names another release of the same worker. */
    static final ReleaseId SECOND = new ReleaseId("0a1b2c3d", 2);

    @TempDir private Path directory;

    private final List<TestRelease> releases = new ArrayList<>();
    private TestContext context;
    private WorkerRuntime runtime;

    /**
     * Creates a runtime as the plugin's factory does. Called several times in a test with the same
     * context, for objects that follow each other, or work at the same time, over the same state.
     */
    protected abstract WorkerRuntime create(PluginContext context);

    /**
     * Returns what deploys one instance of {@code program} as release {@code id}; uploads its
     * source to {@code context} where it has one.
     */
    protected abstract ReleaseSpec spec(TestProgram program, ReleaseId id, TestContext context);

    /** Returns whether nothing really runs; then endpoints must not answer. */
    protected boolean pretends() {
        return false;
    }

    /** Returns whether tenants are kept apart; then a second one is served, else it is refused. */
    protected boolean isolates() {
        return true;
    }

    /** Returns whether the limits on CPU and memory are enforced. */
    protected boolean enforcesLimits() {
        return true;
    }

    /** Returns whether Berth is told of an instance that ends by itself. */
    protected boolean tellsOfChanges() {
        return true;
    }

    /** Asserts that nothing runs any more; called after each test, when every release is gone. */
    protected void assertNothingLeft() {
        // what a runtime may leave behind is its own to know
    }

    @BeforeEach
    void createRuntime() {
        context = TestContext.in(directory);
        runtime = create(context);
    }

    @AfterEach
    void deleteReleases() {
        releases.forEach(TestRelease::delete);
        runtime.close();
        assertNothingLeft();
    }

    /** Returns the first release of a test. */
    TestRelease release(TestProgram program) {
        return release(program, FIRST);
    }

    /** Returns a release that is deleted after the test. */
    TestRelease release(TestProgram program, ReleaseId id) {
        TestRelease release = new TestRelease(runtime, spec(program, id, context));
        releases.add(release);
        return release;
    }

    /** Returns a release of another tenant. */
    TestRelease foreign(TestProgram program, ReleaseId id) {
        TestRelease own = release(program, id);
        ReleaseSpec spec = own.spec();
        TestRelease foreign =
                new TestRelease(
                        runtime,
                        new ReleaseSpec(
                                id,
                                spec.tenant() + "-2",
                                spec.artifact(),
                                spec.command(),
                                spec.env(),
                                spec.secrets(),
                                spec.port(),
                                spec.health(),
                                1,
                                spec.limits()));
        releases.add(foreign);
        return foreign;
    }

    /** Returns what the runtime was lent. */
    TestContext context() {
        return context;
    }

    /** Returns a second object over the same state. */
    WorkerRuntime another() {
        return create(context);
    }

    /** Asserts that each answers, and each differently; where nothing runs, that none does. */
    void assertAnswer(List<Endpoint> endpoints) {
        if (pretends()) {
            assertSilent(endpoints);
        } else {
            assertThat(endpoints.stream().map(TestRelease::answer).distinct())
                    .hasSameSizeAs(endpoints)
                    .allSatisfy(answer -> assertThat(answer).isPresent());
        }
    }

    /** Asserts that none answers. */
    static void assertSilent(List<Endpoint> endpoints) {
        assertThat(endpoints)
                .allSatisfy(endpoint -> assertThat(TestRelease.answer(endpoint)).isEmpty());
    }

    /** Makes the calls at the same time, and returns what they do. */
    static List<ReleaseState> atOnce(List<Callable<ReleaseState>> calls) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ReleaseState> states = new ArrayList<>();
            for (Future<ReleaseState> call : calls.stream().map(executor::submit).toList()) {
                states.add(call.get(60, SECONDS));
            }
            return states;
        }
    }
}
