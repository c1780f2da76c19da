package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.LogLine;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.testkit.TestContext;
import dev.berth.testkit.TestRelease;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A process runtime under test, and the end of all that it started. */
abstract class ProcessFixture {

    static final ReleaseId ID = new ReleaseId("0a1b2c3d", 1);

    @TempDir Path run;
    @TempDir private Path directory;

    final MovedClock clock = new MovedClock();
    TestContext context;
    ProcessRuntime runtime;

    @BeforeEach
    void createRuntime() {
        context = TestContext.in(directory, clock);
        runtime = new ProcessRuntime(TestConfig.in(run), context);
    }

    @AfterEach
    void nothingIsLeft() {
        release(TestPrograms.shell(ID, context, "exit")).delete();

        assertThat(LeftBehind.in(run)).isEmpty();
        assertThat(LeftBehind.files(run)).isEmpty();
    }

    TestRelease release(ReleaseSpec spec) {
        return new TestRelease(runtime, spec);
    }

    /** Deploys a script; {@code serve} in it answers on PORT, in the place of the shell. */
    TestRelease script(String script) {
        String java = String.join(" ", TestPrograms.JAVA) + " dev.berth.plugin.process.Program";
        return release(
                TestPrograms.shell(
                        ID, context, "serve() { exec " + java + " answer; }\n" + script));
    }

    Instance instance() {
        return ReleaseDirectory.of(run, ID).instance(1);
    }

    long leader() {
        return instance().session().orElseThrow().leader().pid();
    }

    static List<String> output(TestRelease release) {
        return release.log(1_000).stream().map(LogLine::text).toList();
    }

    static String reason(ReleaseState state) {
        assertThat(state).isInstanceOf(ReleaseState.Rejected.class);
        return String.join("; ", ((ReleaseState.Rejected) state).reasons());
    }
}
