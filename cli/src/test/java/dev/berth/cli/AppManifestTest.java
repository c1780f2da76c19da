package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppManifestTest {

    @TempDir private Path directory;

    @Test
    void onlyComponentNeedsNoName() throws IOException {
        AppManifest manifest = manifest("{\"components\":[{\"name\":\"a\",\"port\":80}],\"x\":1}");

        assertThat(manifest.only()).isEqualTo(new AppManifest.Component("a", Optional.of(80)));
    }

    @Test
    void oneOfSeveralIsChosenByName() throws IOException {
        AppManifest manifest = manifest("{\"components\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");

        assertThat(manifest.named("b").name()).isEqualTo("b");
        assertThatThrownBy(manifest::only)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("choose by --component one of a, b");
        assertThatThrownBy(() -> manifest.named("c"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("has no component 'c'; it has a, b");
    }

    @Test
    void noComponentsAreExplained() throws IOException {
        AppManifest manifest = manifest("{}");

        assertThatThrownBy(manifest::only)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("has no components; for example");
    }

    @Test
    void brokenJsonIsInvalid() {
        assertThatThrownBy(() -> manifest("{\"components\":["))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot read '" + directory.resolve("app-manifest.json"));
    }

    @Test
    void fileIsNotADirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> AppManifest.in(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("it is not a directory");
    }

    private AppManifest manifest(String json) throws IOException {
        Files.writeString(directory.resolve("app-manifest.json"), json);
        return AppManifest.in(directory);
    }
}
