package dev.berth.engine.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Works with directories that nobody but this process's user may look into. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes {@code directory} exist with mode 0700, and its parents exist. Idempotent. */
    public static Path create(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot create directory '" + directory + "'", failed);
        }
    }

    /** Removes {@code directory} and all that is in it. Idempotent. */
    static void delete(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // somebody else removed it, which is as good
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove directory '" + directory + "'", failed);
        }
    }

    /** Returns what {@code directory} holds, by name; nothing where it does not exist. */
    static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
