package dev.berth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a directory that make up a program, in the same order on every machine. */
final class SourceTree {

    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 512L << 20;

    private final Path root;
    private final IgnoreRules rules;
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;

    private SourceTree(Path root) {
        this.root = root;
        this.rules = IgnoreRules.of(root);
    }

    static List<Entry> of(Path root) {
        SourceTree tree = new SourceTree(root);
        tree.add(root, "");
        tree.entries.sort(Comparator.comparing(Entry::path));
        return tree.entries;
    }

    private void add(Path directory, String prefix) {
        try (Stream<Path> children = Files.list(directory)) {
            for (Path child : children.toList()) {
                visit(child, prefix + child.getFileName());
            }
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.INVALID,
                    "cannot read '%s': %s".formatted(directory, Reason.of(e)),
                    e);
        }
    }

    private void visit(Path file, String path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (rules.ignores(path, attributes.isDirectory())) {
            return;
        }
        if (attributes.isDirectory()) {
            enter(new Entry(file, path + "/", 0, true));
            add(file, path + "/");
        } else if (attributes.isRegularFile()) {
            enter(new Entry(file, path, attributes.size(), Files.isExecutable(file)));
        } else {
            throw unfit(path, attributes.isSymbolicLink());
        }
    }

    private void enter(Entry entry) {
        entries.add(entry);
        bytes += entry.size();
        if (entries.size() > MOST_ENTRIES || bytes > MOST_BYTES) {
            throw new Failure(
                    ExitStatus.INVALID,
                    ("'%s' holds more than %d files or %d MiB, which is all that Berth takes\n"
                                    + "name what the program does not need in '%s'")
                            .formatted(root, MOST_ENTRIES, MOST_BYTES >> 20, IgnoreRules.FILE));
        }
    }

    private Failure unfit(String path, boolean link) {
        return new Failure(
                ExitStatus.INVALID,
                ("'%s' is a %s, and only files and directories are deployed\n"
                                + "replace it by what it stands for, or name it in '%s'")
                        .formatted(
                                root.resolve(path),
                                link ? "symbolic link" : "device, pipe or socket",
                                root.resolve(IgnoreRules.FILE)));
    }

    /** A file, or a directory, whose path ends with a slash. */
    record Entry(Path file, String path, long size, boolean executable) {

        boolean directory() {
            return path.endsWith("/");
        }
    }
}
