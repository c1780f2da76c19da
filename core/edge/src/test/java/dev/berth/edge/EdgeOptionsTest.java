package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeOptionsTest {

    @Test
    void defaultsAreAsDocumented() {
        EdgeSettings settings = settings("--token-file", "t", "--state=s");

        assertThat(settings)
                .isEqualTo(
                        new EdgeSettings(
                                "127.0.0.1",
                                8080,
                                9913,
                                Path.of("t"),
                                Path.of("s"),
                                Optional.empty(),
                                16_384,
                                10_000,
                                Long.MAX_VALUE,
                                16_777_216,
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(3),
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(20)));
    }

    @Test
    void optionsGoBeforeTheFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("edge.properties");
        Files.writeString(file, "token-file=t\nstate=s\nport=1\nhead-timeout=250ms\n");

        EdgeSettings settings = settings("--config", file.toString(), "--port", "2");

        assertThat(settings.port()).isEqualTo(2);
        assertThat(settings.headTimeout()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void fileInTheStateDirectoryGoesBeforeTheOtherAndAfterOptions(@TempDir Path directory)
            throws IOException {
        Path file = directory.resolve("other.properties");
        Files.writeString(file, "token-file=t\nport=1\nmax-body-bytes=1\n");
        Files.writeString(directory.resolve("edge.properties"), "port=2\nmax-body-bytes=2\n");

        EdgeSettings settings = settings("--config=" + file, "--state=" + directory, "--port", "3");

        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.maxBodyBytes()).isEqualTo(2);
    }

    @Test
    void unknownOptionIsRefusedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("--token-file=t", "--state=s", "--prot=1"))
                .withMessageContainingAll("prot", "port");
    }

    @Test
    void missingOptionIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("--state=s"))
                .withMessageContaining("--token-file");
    }

    @Test
    void malformedValueIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("--token-file=t", "--state=s", "--grace=long"))
                .withMessageContainingAll("--grace", "long");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("--token-file=t", "--state=s", "--port=http"))
                .withMessageContainingAll("--port", "http");
    }

    private static EdgeSettings settings(String... arguments) {
        EdgeOptions options = EdgeOptions.parse(List.of(arguments));
        EdgeSettings settings = EdgeSettings.from(options);
        options.refuseUnknown();
        return settings;
    }
}
