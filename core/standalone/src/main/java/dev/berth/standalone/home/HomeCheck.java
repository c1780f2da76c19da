package dev.berth.standalone.home;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether a home can be used, and says what is wrong with it and how to mend that. */
public record HomeCheck(Home home) {

    private static final long LEAST_SPACE = 512L << 20;

    /** Returns what stands in the way; looks further only where the directory itself is fine. */
    public List<String> problems() {
        Optional<String> directory = directory();
        if (directory.isPresent()) {
            return List.of(directory.get());
        }
        List<String> problems = new ArrayList<>();
        space().ifPresent(problems::add);
        version().ifPresent(problems::add);
        database().ifPresent(problems::add);
        problems.addAll(secrets());
        return problems;
    }

    private Optional<String> directory() {
        Path root = home.root();
        if (!Files.exists(root)) {
            Path parent = existing(root);
            return Files.isDirectory(parent) && Files.isWritable(parent)
                    ? Optional.empty()
                    : Optional.of(
                            "%s cannot be made: %s is not a directory that you may write to; choose another with --home"
                                    .formatted(root, parent));
        }
        if (!Files.isDirectory(root)) {
            return Optional.of(
                    "%s is not a directory; move it away, or choose another with --home"
                            .formatted(root));
        }
        return owner(root);
    }

    private static Optional<String> owner(Path root) {
        String user = System.getProperty("user.name");
        try {
            String owner = Files.getOwner(root).getName();
            if (!owner.equals(user)) {
                return Optional.of(
                        "%s belongs to '%s', and you are '%s'; start Berth as '%s', or choose another with --home"
                                .formatted(root, owner, user, owner));
            }
        } catch (IOException failure) {
            return Optional.of("%s cannot be read: %s".formatted(root, failure.getMessage()));
        }
        return Files.isWritable(root) && Files.isReadable(root)
                ? Optional.empty()
                : Optional.of(
                        "%s is not readable and writable for you; mend it with chmod 700 %s"
                                .formatted(root, root));
    }

    private Optional<String> space() {
        try {
            long free = Files.getFileStore(existing(home.root())).getUsableSpace();
            return free >= LEAST_SPACE
                    ? Optional.empty()
                    : Optional.of(
                            "only %d MiB are free on the disk of %s, and Berth wants %d; make room, or choose another disk with --home"
                                    .formatted(free >> 20, home.root(), LEAST_SPACE >> 20));
        } catch (IOException failure) {
            return Optional.of(
                    "the free space of %s cannot be read: %s"
                            .formatted(home.root(), failure.getMessage()));
        }
    }

    private Optional<String> version() {
        if (!Files.exists(home.version())) {
            return Optional.empty();
        }
        try {
            String found = Files.readString(home.version()).strip();
            return found.equals(Home.LAYOUT)
                    ? Optional.empty()
                    : Optional.of(
                            "%s says '%s', and this Berth writes layout %s; use the Berth that made it, or start afresh with another --home"
                                    .formatted(home.version(), found, Home.LAYOUT));
        } catch (IOException failure) {
            return Optional.of(
                    "%s cannot be read (%s); if the rest of %s is sound, write it anew: echo %s > %s"
                            .formatted(
                                    home.version(),
                                    failure.getMessage(),
                                    home.root(),
                                    Home.LAYOUT,
                                    home.version()));
        }
    }

    private Optional<String> database() {
        Path data = home.database();
        if (Files.exists(data.resolve("PG_VERSION")) || !hasEntries(data)) {
            return Optional.empty();
        }
        return Optional.of(
                "%s has files but no PG_VERSION, so it is no database of PostgreSQL; restore it from a backup, or move it away to start with an empty one"
                        .formatted(data));
    }

    private List<String> secrets() {
        List<String> problems = new ArrayList<>();
        for (String name : Secrets.NAMES) {
            Path file = home.secrets().resolve(name);
            if (Files.exists(file) && !readable(file)) {
                problems.add(
                        "the secret %s cannot be read or is empty; restore it from a backup (what it encrypts or signs is lost with it), or mend it with chmod 600 %s"
                                .formatted(file, file));
            }
        }
        return problems;
    }

    private static boolean readable(Path file) {
        try {
            return !Files.readString(file).isBlank();
        } catch (IOException failure) {
            return false;
        }
    }

    private static boolean hasEntries(Path directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return entries.iterator().hasNext();
        } catch (IOException absent) {
            return false;
        }
    }

    private static Path existing(Path path) {
        Path candidate = path;
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }
}
