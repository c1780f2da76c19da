package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.berth.spi.OperationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets one attempt at a time change a release, and holds the highest that was seen. */
final class Fence implements AutoCloseable {

    // a number is always written as long, so that one write replaces the last
    private static final int LENGTH = 20;
    private static final long REMOVED = -1;

    private final Path path;
    private final FileMutex mutex;

    private Fence(Path path, FileMutex mutex) {
        this.path = path;
        this.mutex = mutex;
    }

    /** Waits until no other attempt is at work on the release. */
    static Fence enter(Path path, OperationContext context) {
        while (true) {
            Fence fence = new Fence(path, FileMutex.acquire(path, context));
            if (fence.highest() != REMOVED) {
                return fence;
            }
            // it was removed between our opening and locking it, and another may be in its place
            fence.close();
        }
    }

    /** Returns the highest attempt; 0 where there was none. */
    long highest() {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(LENGTH);
            channel().read(buffer, 0);
            String text = new String(buffer.array(), 0, buffer.position(), US_ASCII).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path, failure);
        }
    }

    /** Notes that {@code attempt} has passed. */
    void pass(long attempt) {
        try {
            channel().write(ByteBuffer.wrap("%019d\n".formatted(attempt).getBytes(US_ASCII)), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + path, failure);
        }
    }

    /** Removes the file; whoever waits for it makes a new one. */
    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + path, failure);
        }
        pass(REMOVED);
    }

    private FileChannel channel() {
        return mutex.channel();
    }

    @Override
    public void close() {
        mutex.close();
    }
}
