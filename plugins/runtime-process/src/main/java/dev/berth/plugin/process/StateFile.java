package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A small text on disk that is there whole or not at all. */
record StateFile(Path path) {

    Optional<String> read() {
        try {
            return Optional.of(Files.readString(path).strip());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path, failure);
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Replaces the text. Idempotent. */
    void write(String text) {
        Path draft = path.resolveSibling(path.getFileName() + ".draft");
        try {
            Files.write(draft, text.getBytes(UTF_8));
            Files.move(draft, path, ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path, failure);
        }
    }

    /** Removes it. Idempotent. */
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + path, failure);
        }
    }
}
