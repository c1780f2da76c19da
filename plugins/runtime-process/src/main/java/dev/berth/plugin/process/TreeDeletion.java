package dev.berth.plugin.process;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes directories in which a program may still be at work: it goes from open directory to open
 * directory, so that a link put in the place of one leads nowhere.
 */
final class TreeDeletion {

    private TreeDeletion() {}

    static void delete(Path directory) {
        if (!Files.exists(directory, NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> parent = Files.newDirectoryStream(directory.getParent())) {
            if (parent instanceof SecureDirectoryStream<Path> secure) {
                deleteEntry(secure, directory.getFileName());
            } else {
                throw new IOException("this file system cannot delete it safely");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + directory, failure);
        }
    }

    private static void deleteEntry(SecureDirectoryStream<Path> parent, Path name)
            throws IOException {
        try {
            if (!isDirectory(parent, name)) {
                parent.deleteFile(name);
                return;
            }
            try (SecureDirectoryStream<Path> directory =
                    parent.newDirectoryStream(name, NOFOLLOW_LINKS)) {
                for (Path entry : names(directory)) {
                    deleteEntry(directory, entry);
                }
            }
            parent.deleteDirectory(name);
        } catch (NoSuchFileException gone) {
            // somebody else was faster
        }
    }

    private static boolean isDirectory(SecureDirectoryStream<Path> parent, Path name)
            throws IOException {
        return parent.getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    private static List<Path> names(SecureDirectoryStream<Path> directory) {
        List<Path> names = new ArrayList<>();
        directory.forEach(entry -> names.add(entry.getFileName()));
        return names;
    }
}
