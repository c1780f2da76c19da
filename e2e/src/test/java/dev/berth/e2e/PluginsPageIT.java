package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/plugins.md says, word by word. */
class PluginsPageIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    @TempDir Path directory;

    @Test
    void thePageMakesAPluginThatAStartedBerthUses() throws Exception {
        Path work = Files.createDirectory(directory.resolve("work"));
        Path home = Files.createDirectory(directory.resolve("home"), PRIVATE);
        Path copy = CopiedClone.copy(ROOT, directory.resolve("berth"));
        List<PageBlock> blocks = PageBlock.of(Files.readString(ROOT.resolve("docs/plugins.md")));
        byte[] server =
                Sources.archive(
                        Sources.manifest("java", "Server.java", "PORT", "0"), Sources.server());
        Map<String, String> strategy = Map.of("strategy", "pause-first");

        for (PageBlock block : blocks) {
            follow(block, work, Map.of("BERTH", copy.toString(), "BERTH_HOME", home.toString()));
        }

        try (StartedBerth berth = StartedBerth.in(home).up();
                Client client = new Client(berth)) {
            assertThat(client.get("/api/v1/info").body().path("extensions"))
                    .anySatisfy(PluginsPageIT::isPauseFirst);
            TestWorker worker = TestWorker.create(client);
            assertThat(worker.settled(worker.deploy(server, strategy)).text("status"))
                    .isEqualTo("success");
            assertThat(worker.settled(worker.deploy(server, strategy)).text("status"))
                    .isEqualTo("success");
            assertThat(client.status(worker.id())).isEqualTo(204);
        }
    }

    private static void isPauseFirst(JsonNode extension) {
        assertThat(extension.path("name").asText()).isEqualTo("pause-first");
        assertThat(extension.path("plugin").asText()).isEqualTo("org.example.pausefirst");
        assertThat(extension.path("certification").asText()).isEqualTo("none");
        assertThat(extension.path("state").asText()).isEqualTo("active");
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
