package dev.berth.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.engine.InstanceState.Active;
import dev.berth.engine.config.ConfigValues;
import dev.berth.engine.plugin.ExtensionKind;
import dev.berth.spi.Step;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/plugins.md says, word by word. */
class PluginsPageIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    @TempDir Path directory;

    @Test
    void thePageMakesAPluginThatWorks() throws Exception {
        Path work = Files.createDirectory(directory.resolve("work"));
        Path home = Files.createDirectory(directory.resolve("home"));
        Path berth = CopiedClone.copy(ROOT, directory.resolve("berth"));
        List<PageBlock> blocks = PageBlock.of(Files.readString(ROOT.resolve("docs/plugins.md")));

        for (PageBlock block : blocks) {
            follow(block, work, Map.of("BERTH", berth.toString(), "BERTH_HOME", home.toString()));
        }

        try (Engine engine = engine(home)) {
            assertThat(engine.refused()).isEmpty();
            assertThat(engine.instances(ExtensionKind.STRATEGY))
                    .contains(
                            new InstanceInfo(
                                    ExtensionKind.STRATEGY,
                                    "pause-first",
                                    "pause-first",
                                    "org.example.pausefirst",
                                    new Active()));
            assertThat(engine.strategy("pause-first").orElseThrow().next(TestEngine.stopped()))
                    .isEqualTo(new Step.Wait("pausing for 2 seconds", Duration.ofSeconds(2)));
        }
    }

    private void follow(PageBlock block, Path work, Map<String, String> variables)
            throws IOException, InterruptedException {
        if (block.isFile()) {
            Path file = work.resolve(block.name());
            Files.createDirectories(file.getParent());
            Files.writeString(file, block.text());
        } else if (block.isCommand()) {
            run(block.text(), work, variables);
        }
    }

    /** Keeps what is installed out of the user's Maven repository, but reads from there. */
    private void run(String command, Path work, Map<String, String> variables)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", command);
        builder.environment().putAll(variables);
        builder.environment()
                .put(
                        "MAVEN_ARGS",
                        "-Dmaven.repo.local=%s -Dmaven.repo.local.tail=%s"
                                .formatted(directory.resolve("repository"), repository()));
        Path output = Files.createTempFile(directory, "output", ".txt");
        Process process =
                builder.directory(work.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        int status = process.waitFor();
        assertThat(status).as("%s%n%s", command, Files.readString(output)).isZero();
    }

    private static String repository() {
        return Optional.ofNullable(System.getProperty("maven.repo.local"))
                .orElse(Path.of(System.getProperty("user.home"), ".m2", "repository").toString());
    }

    private static Engine engine(Path home) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("berth.properties"))) {
            properties.load(reader);
        }
        Map<String, String> config = new TreeMap<>();
        properties.forEach((key, value) -> config.put((String) key, (String) value));
        return Engine.start(
                new EngineSettings(
                        List.of(home.resolve("plugins")),
                        home.resolve("private"),
                        home.resolve("state"),
                        ConfigValues.of(config),
                        TestEngine.NO_SOURCES,
                        Clock.systemUTC(),
                        _ -> {}));
    }
}
