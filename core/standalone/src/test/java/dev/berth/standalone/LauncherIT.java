package dev.berth.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.home.CliSettings;
import dev.berth.standalone.home.Distribution;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.process.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher refuses, before it has started anything. */
class LauncherIT {

    @TempDir private Path directory;

    private Path distribution;
    private Home home;

    private record Ended(int code, String output) {}

    @BeforeEach
    void assemble() throws IOException {
        distribution = directory.resolve("distribution");
        Path jar = new Distribution(distribution).serverJar();
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        home = Home.at(directory.resolve("home"));
    }

    @Test
    void aSecondUpOnOneHomeIsToldWhoRunsIt() throws IOException, InterruptedException {
        home.prepare();
        CliSettings.write(home, "http://127.0.0.1:9900", "token");
        try (HomeLock _ = HomeLock.take(home)) {

            Ended ended = launch("up");

            assertThat(ended.code()).isEqualTo(ExitCode.ALREADY_RUNNING);
            assertThat(ended.output())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("answers at http://127.0.0.1:9900");
        }
    }

    @Test
    void aBusyPortIsNamedWithItsMend() throws IOException, InterruptedException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

            Ended ended = launch("up", "--port", "outer=" + busy.getLocalPort());

            assertThat(ended.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(ended.output())
                    .contains("port " + busy.getLocalPort() + " (outer)")
                    .contains("--port outer=");
        }
    }

    @Test
    void aDamagedHomeIsRefused() throws IOException, InterruptedException {
        home.prepare();
        Files.createDirectories(home.database().resolve("base"));

        Ended ended = launch("up");

        assertThat(ended.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(ended.output()).contains("no PG_VERSION");
    }

    @Test
    void anUnknownPortIsAMatterOfUsage() throws IOException, InterruptedException {
        Ended ended = launch("up", "--port", "otter=1");

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.output()).contains("there is no port 'otter'; known: outer");
    }

    @Test
    void thePasswordOfADatabaseIsNotRepeatedWhenTheCommandLineIsRefused()
            throws IOException, InterruptedException {
        Ended misplaced = launch("up", "postgresql://ann:pa55word@db/plane");
        Ended malformed = launch("up", "-d", "postgresql://ann:pa55word@/plane");

        assertThat(misplaced.code()).isEqualTo(ExitCode.USAGE);
        assertThat(misplaced.output()).contains("postgresql://***").doesNotContain("pa55word");
        assertThat(malformed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(malformed.output()).contains("--database-url").doesNotContain("pa55word");
    }

    @Test
    void withoutLibertyItSaysHowToStartIt() throws IOException, InterruptedException {
        distribution = directory;

        Ended ended = launch("up");

        assertThat(ended.code()).isEqualTo(ExitCode.PREREQUISITE);
        assertThat(ended.output()).contains("./berth up");
    }

    @Test
    void downIsContentWhereNothingRuns() throws IOException, InterruptedException {
        assertThat(launch("down").code()).isEqualTo(ExitCode.OK);

        home.prepare();

        assertThat(launch("down").code()).isEqualTo(ExitCode.OK);
    }

    private Ended launch(String... arguments) throws IOException, InterruptedException {
        List<String> all =
                Stream.concat(Stream.of(arguments), Stream.of("--home", home.root().toString()))
                        .toList();
        Process process =
                JavaProcess.start(
                        Launcher.class,
                        List.of("-D" + Distribution.PROPERTY + "=" + distribution),
                        all);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
