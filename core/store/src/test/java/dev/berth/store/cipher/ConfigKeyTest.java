package dev.berth.store.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigKeyTest {

    @TempDir private Path directory;

    @Test
    void aKeyIsReadFromItsFile() throws IOException {
        Path file = write(new byte[32]);

        assertThat(ConfigKeys.in(file).current().id()).isEqualTo(idOfZeroes());
    }

    @Test
    void theFirstOfSeveralKeysIsToWriteWithAndAllAreKnown() {
        Path file = directory.resolve("config-key");
        ConfigKey one = ConfigKey.of(new byte[32]);
        ConfigKey other = ConfigKey.random(new SecureRandom());
        new ConfigKeyFile(file).write(List.of(one));
        ConfigKeys keys = ConfigKeys.in(file);

        new ConfigKeyFile(file).write(List.of(other, one));

        assertThat(keys.current().id()).isEqualTo(other.id());
        new ConfigKeyFile(file).write(List.of(other));
        assertThat(ConfigKeys.in(file).find(one.id())).isEmpty();
        // what was read before may still have to be opened
        assertThat(keys.find(one.id())).isPresent();
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        Path file = directory.resolve("config-key");

        new ConfigKeyFile(file).write(List.of(ConfigKey.of(new byte[32])));

        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(directory).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void aFileOfAnotherLengthIsNamed() throws IOException {
        Path file = write(new byte[31]);

        assertThatThrownBy(() -> ConfigKeys.in(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("32 bytes, not 31");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = directory.resolve("nothing");

        assertThatThrownBy(() -> ConfigKeys.in(file))
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
