package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseState;
import dev.berth.testkit.TestContext;
import dev.berth.testkit.TestRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program that fills the disk by what it writes does to itself and to Berth. */
@Timeout(60)
class FullDiskIT {

    @TempDir private Path directory;
    private Path run;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(ProcessFixture.isRoot(), "needs root to mount a small disk");
        run = Trees.create(directory.resolve("run"));
        command("mount", "-t", "tmpfs", "-o", "size=4m", "none", run.toString());
    }

    @AfterEach
    void unmount() throws Exception {
        if (run != null) {
            command("umount", run.toString());
        }
    }

    @Test
    void theProgramGoesOnAndCanBeStopped() throws Exception {
        TestContext context = TestContext.in(Trees.create(directory.resolve("state")));
        String script = "(until [ -e $HOME/go ]; do sleep 0.01; done; seq 1 3000000) & serve";
        try (ProcessRuntime runtime = new ProcessRuntime(TestConfig.in(run), context)) {
            TestRelease release =
                    new TestRelease(
                            runtime, TestPrograms.script(ProcessFixture.ID, context, script));
            List<Endpoint> endpoints = release.ready(1);
            Files.createFile(
                    ReleaseDirectory.of(run, ProcessFixture.ID).instance(1).home().resolve("go"));
            while (Files.getFileStore(run).getUsableSpace() > 0) {
                Thread.onSpinWait();
            }

            assertThat(TestRelease.answer(endpoints.getFirst())).isPresent();
            assertThat(release.ready(1)).isEqualTo(endpoints);
            assertThat(release.delete()).isEqualTo(new ReleaseState.Gone());
        }
        assertThat(LeftBehind.in(run)).isEmpty();
    }

    private static void command(String... words) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
    }
}
