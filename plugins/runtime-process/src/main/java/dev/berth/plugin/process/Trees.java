package dev.berth.plugin.process;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Directories: made private, listed, given to a user. */
final class Trees {

    private Trees() {}

    /** Makes the directory and its parents, for this user alone. Idempotent. */
    static Path create(Path directory) {
        try {
            return Files.createDirectories(directory, asFileAttribute(fromString("rwx------")));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot create " + directory, failure);
        }
    }

    /** Returns the directory's path without links. */
    static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot find " + directory, failure);
        }
    }

    /** Lets every user pass through the directory, and none see what is in it. Idempotent. */
    static void open(Path directory) {
        try {
            Files.setPosixFilePermissions(directory, fromString("rwx--x--x"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open " + directory, failure);
        }
    }

    /** Lets user {@code id}, and no other, pass through the directory. Idempotent. */
    static void admit(Path directory, int id) {
        try {
            Files.setAttribute(directory, "unix:gid", id);
            Files.setPosixFilePermissions(directory, fromString("rwx--x---"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open " + directory, failure);
        }
    }

    /** Gives user {@code id} the directory and all in it. Idempotent. */
    static void give(Path directory, int id) {
        if (owner(directory) == id) {
            return;
        }
        try {
            Files.walkFileTree(directory, new Gift(id));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot change the owner of " + directory, failure);
        }
    }

    static Integer owner(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the owner of " + path, failure);
        }
    }

    /** Returns the names in it; none where it is not there. */
    static List<String> names(Path directory) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (NoSuchFileException absent) {
            return List.of();
        } catch (DirectoryIteratorException failure) {
            throw new UncheckedIOException("cannot list " + directory, failure.getCause());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + directory, failure);
        }
        return names;
    }

    /** Removes the directory and all in it; follows no link. Idempotent. */
    static void delete(Path directory) {
        TreeDeletion.delete(directory);
    }

    /** Goes from the leaves up: until all is given, the user cannot enter, nor play with links. */
    private static final class Gift extends SimpleFileVisitor<Path> {

        private final int id;

        private Gift(int id) {
            this.id = id;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            give(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure)
                throws IOException {
            give(directory);
            return FileVisitResult.CONTINUE;
        }

        private void give(Path path) throws IOException {
            Files.setAttribute(path, "unix:gid", id, NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", id, NOFOLLOW_LINKS);
        }
    }
}
