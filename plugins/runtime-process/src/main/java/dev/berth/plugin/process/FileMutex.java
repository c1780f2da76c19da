package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.UNAVAILABLE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Holds a file's lock against every thread, object and process; its end frees the lock. Java keeps
 * one table of locks per JVM, so that a second holder in this JVM is refused like one elsewhere.
 */
final class FileMutex implements AutoCloseable {

    private static final Duration RETRY = Duration.ofMillis(5);
    private static final int RETRIES = 2_000;

    private final FileChannel channel;

    private FileMutex(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for the lock, ten seconds at most. */
    static FileMutex acquire(Path path, OperationContext context) {
        for (int attempt = 0; attempt < RETRIES; attempt++) {
            Optional<FileMutex> mutex = tryAcquire(path);
            if (mutex.isPresent()) {
                return mutex.get();
            }
            context.pause(RETRY);
        }
        throw new PluginException(
                UNAVAILABLE, "cannot lock " + path + ": another attempt holds it; trying again");
    }

    static Optional<FileMutex> tryAcquire(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, CREATE, READ, WRITE);
            if (locked(channel)) {
                return Optional.of(new FileMutex(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + path, failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisJvm) {
            return false;
        }
    }

    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unlock a file", failure);
        }
    }
}
