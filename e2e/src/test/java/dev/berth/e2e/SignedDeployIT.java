package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client of the source designs does, against a Berth that it knows nothing of. */
class SignedDeployIT {

    private static final String EMAIL = "console@example.org";

    private final StartedBerth berth = SharedBerth.get();

    @Test
    void olderClientGoesAllTheWayFromItsRegistrationToTheEndOfItsWorker(@TempDir Path directory)
            throws Exception {
        byte[] archive =
                Sources.archive(
                        Sources.manifest("java", "Server.java", "PORT", "0"), Sources.server());
        Path source = Files.write(directory.resolve("source.tar.gz"), archive);
        berth.berth("members", "add", EMAIL).succeeded();

        String output = console(directory, Sources.digest(archive), source).succeeded();

        assertThat(output.lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("registered [0-9a-f-]{36}"),
                        line -> assertThat(line).isEqualTo("logged in"),
                        line -> assertThat(line).matches("created [0-9a-f]{8}"),
                        line -> assertThat(line).matches("deployed [0-9]+: loading"),
                        line -> assertThat(line).isEqualTo("active"),
                        line -> assertThat(line).isEqualTo("env {\"COLOUR\":\"blue\"}"),
                        line -> assertThat(line).isEqualTo("secret [\"PASSPHRASE\"]"),
                        line -> assertThat(line).isEqualTo("deleted"));
    }

    private Command.Result console(Path directory, String digest, Path source) throws Exception {
        Map<String, String> environment =
                Map.of(
                        "CONSOLE",
                        "http://127.0.0.1:" + berth.port("outer"),
                        "INBOX",
                        MailDirectory.of(berth).directory().toString(),
                        "EMAIL",
                        EMAIL,
                        "PASSWORD",
                        "correct horse",
                        "NAME",
                        Names.fresh(),
                        "PROGRAM",
                        "\"source\": \"sha256:" + digest + "\"",
                        "PUBLISH",
                        "curl -sS --fail-with-body -o /dev/null -T "
                                + source
                                + " -H \"Authorization: Bearer $TOKEN\" $CONSOLE/api/v1/source/"
                                + digest);
        Path script = Path.of("src/test/resources/console-client.sh").toAbsolutePath();
        return new Command(directory, environment).run(List.of("sh", script.toString()));
    }
}
