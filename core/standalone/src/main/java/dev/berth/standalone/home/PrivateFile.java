package dev.berth.standalone.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody but their owner reads. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Writes {@code text} at once or not at all. */
    public static void write(Path file, String text) {
        try {
            Path draft =
                    Files.createTempFile(
                            file.getParent(),
                            "." + file.getFileName(),
                            ".draft",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }
}
