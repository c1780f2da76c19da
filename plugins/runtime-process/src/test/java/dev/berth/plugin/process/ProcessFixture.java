package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.LogLine;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.testkit.TestContext;
import dev.berth.testkit.TestRelease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A process runtime under test, and the end of all that it started. */
abstract class ProcessFixture {

    static final ReleaseId ID = new ReleaseId("0a1b2c3d", 1);

    @TempDir Path run;
    @TempDir private Path directory;

    final MovedClock clock = new MovedClock();
    private final List<TestRelease> releases = new ArrayList<>();
    TestContext context;
    ProcessRuntime runtime;

    @BeforeEach
    void createRuntime() {
        context = TestContext.in(directory, clock);
        runtime = new ProcessRuntime(TestConfig.in(run), context);
    }

    @AfterEach
    void nothingIsLeft() {
        release(TestPrograms.shell(ID, context, "exit"));
        releases.forEach(release -> release.on(runtime).delete());
        runtime.close();

        assertThat(LeftBehind.in(run)).isEmpty();
        assertThat(LeftBehind.files(run)).isEmpty();
        assertThat(LeftBehind.groups(run)).isEmpty();
    }

    TestRelease release(ReleaseSpec spec) {
        TestRelease release = new TestRelease(runtime, spec);
        releases.add(release);
        return release;
    }

    /** Deploys a script; {@code serve} in it answers on PORT, in the place of the shell. */
    TestRelease script(String script) {
        return release(TestPrograms.script(ID, context, script));
    }

    /** Returns the process of an instance that listens. */
    static long program(Instance instance) {
        int port = instance.port().orElseThrow();
        return instance.session().orElseThrow().members().stream()
                .filter(process -> Listeners.owns(Set.of(process), port))
                .findFirst()
                .orElseThrow();
    }

    /** Kills a process, and waits for its end. */
    static void kill(long process) {
        ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
        Signals.send("KILL", List.of(Long.toString(process)));
        handle.onExit().join();
    }

    static boolean isRoot() {
        return Trees.owner(Path.of("/proc/self")).equals(0);
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
