package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigKeyTest {

    @TempDir private Path directory;

    @Test
    void aKeyIsReadFromItsFile() throws IOException {
        Path file = write(new byte[32]);

        assertThat(ConfigKey.read(file).id()).isEqualTo(ConfigKey.of(new byte[32]).id());
    }

    @Test
    void aFileOfAnotherLengthIsNamed() throws IOException {
        Path file = write(new byte[31]);

        assertThatThrownBy(() -> ConfigKey.read(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("32 bytes, not 31");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = directory.resolve("nothing");

        assertThatThrownBy(() -> ConfigKey.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void theKeyIsNotShown() {
        assertThat(ConfigKey.of(new byte[32])).hasToString("ConfigKey[" + idOfZeroes() + "]");
    }

    private Path write(byte[] bytes) throws IOException {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return Files.writeString(directory.resolve("config-key"), text);
    }

    private static String idOfZeroes() {
        return ConfigKey.of(new byte[32]).id();
    }
}
