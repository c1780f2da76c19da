package dev.berth.intent.source;

import dev.berth.model.SourceId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An upload in a file of its own, which goes away when this is closed.
 *
 * @param file the file
 * @param size its bytes
 * @param id its digest
 */
record Spooled(Path file, long size, SourceId id) implements AutoCloseable {

    InputStream open() {
        try {
            return new BufferedInputStream(Files.newInputStream(file));
        } catch (IOException unreadable) {
            throw Spool.unavailable(unreadable);
        }
    }

    @Override
    public void close() {
        Spool.delete(file);
    }
}
