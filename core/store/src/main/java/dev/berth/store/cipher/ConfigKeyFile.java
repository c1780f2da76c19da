package dev.berth.store.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;

/** The file of the config keys: one in a line, the one to write with first. */
public record ConfigKeyFile(Path path) {

    public List<ConfigKey> read() {
        try {
            List<String> lines =
                    Files.readString(path)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
            if (lines.isEmpty()) {
                throw new IllegalStateException(
                        "cannot use the config key in " + path + ": the file is empty");
            }
            return lines.stream().map(this::key).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the config key from " + path, failure);
        }
    }

    /** Replaces the file at once: whoever reads finds the keys of before or these. */
    public void write(List<ConfigKey> keys) {
        String text = keys.stream().map(key -> key.text() + "\n").collect(Collectors.joining());
        try {
            Path draft =
                    Files.createTempFile(
                            path.toAbsolutePath().getParent(),
                            ".config-key",
                            ".draft",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text);
            Files.move(
                    draft,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the config keys to " + path, failure);
        }
    }

    private ConfigKey key(String line) {
        try {
            return ConfigKey.parse(line);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "cannot use the config key in " + path + ": " + wrong.getMessage(), wrong);
        }
    }
}
