package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.PluginContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.WorkerRuntime;
import dev.berth.testkit.RuntimeTck;
import dev.berth.testkit.TestContext;
import dev.berth.testkit.TestProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ProcessRuntimeIT extends RuntimeTck {

    @TempDir Path run;

    @Override
    protected WorkerRuntime create(PluginContext context) {
        return new ProcessRuntime(TestConfig.in(run), context);
    }

    @Override
    protected ReleaseSpec spec(TestProgram program, ReleaseId id, TestContext context) {
        return TestPrograms.spec(program, id, context);
    }

    @Override
    protected boolean isolates() {
        return ProcessFixture.isRoot();
    }

    @Override
    protected boolean enforcesLimits() {
        return ProcessFixture.isRoot();
    }

    @Override
    protected void assertNothingLeft() {
        assertThat(LeftBehind.in(run)).isEmpty();
        assertThat(LeftBehind.files(run)).isEmpty();
    }
}
