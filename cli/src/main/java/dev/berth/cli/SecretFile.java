package dev.berth.cli;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Files that only their owner may read. */
final class SecretFile {

    private static final Set<PosixFilePermission> OWNER_ALONE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretFile() {}

    /** Returns what a user's file holds; refuses one that others can read, as ssh does. */
    static String read(Path file) {
        try {
            mustBePrivate(file);
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

    /** Returns what Berth's own file holds; has others read it no longer, and says so. */
    static Optional<String> readKept(Path file, Console console) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (canBeRead(file, Set.of(GROUP_READ, OTHERS_READ))) {
                Files.setPosixFilePermissions(file, OWNER_ALONE);
                console.note(
                        "others could read '%s'; now only you can: if anybody may have, log out and in again"
                                .formatted(file));
            }
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.FAILED, "cannot read '%s': %s".formatted(file, Reason.of(e)), e);
        }
    }

    private static void mustBePrivate(Path file) throws IOException {
        if (Files.isRegularFile(file) && canBeRead(file, Set.of(OTHERS_READ))) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "others can read '%s', which holds a secret\nrun: chmod 600 '%s'"
                            .formatted(file, file));
        }
    }

    private static boolean canBeRead(Path file, Set<PosixFilePermission> by) throws IOException {
        try {
            return !Collections.disjoint(Files.getPosixFilePermissions(file), by);
        } catch (UnsupportedOperationException otherSystem) {
            return false;
        }
    }

    /** Replaces the file at once, readable by its owner alone: he sees the old text or the new. */
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
