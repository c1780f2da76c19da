package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Does what docs/plugins.md says, word by word.
 *
 * @param directory where, and nowhere else
 */
record PluginsPage(Path directory) {

    private static final Path ROOT = StartedBerth.PROJECT;

    /**
     * Makes the plugin of the page and puts it, with its settings, into the home of a Berth.
     * Returns the settings that are there then.
     */
    Properties follow(Path home) throws IOException, InterruptedException {
        Path work = Files.createDirectory(directory.resolve("work"));
        Path copy = CopiedClone.copy(ROOT, directory.resolve("berth"));
        Map<String, String> variables =
                Map.of("BERTH", copy.toString(), "BERTH_HOME", home.toString());
        for (PageBlock block : PageBlock.of(Files.readString(ROOT.resolve("docs/plugins.md")))) {
            follow(block, work, variables);
        }
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("berth.properties"))) {
            settings.load(file);
        }
        return settings;
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
}
