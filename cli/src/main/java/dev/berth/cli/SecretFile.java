package dev.berth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read. */
final class SecretFile {

    private SecretFile() {}

    static String read(Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new Failure(ExitStatus.USAGE, "'%s' is empty".formatted(file));
            }
            return secret;
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.USAGE, "cannot read '%s': %s".formatted(file, Reason.of(e)), e);
        }
    }

    /** Replaces the file at once: a reader sees the old or the new text, nobody else either. */
    static void write(Path file, String text) {
        Path directory = file.toAbsolutePath().getParent();
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(
                        directory,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            // temporary files are made with mode 0600
            Path draft = Files.createTempFile(directory, "cli", ".tmp");
            try {
                Files.writeString(draft, text);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.FAILED, "cannot write '%s': %s".formatted(file, Reason.of(e)), e);
        }
    }
}
