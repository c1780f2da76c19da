package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.CONFLICT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Lets one attempt at a time change a release, and none that a later one has overtaken. The file
 * stays when the release is deleted, so that a late attempt cannot bring it back.
 */
final class Fence implements AutoCloseable {

    // a number is always written as long, so that one write replaces the last
    private static final int LENGTH = 20;

    private final FileMutex mutex;

    private Fence(FileMutex mutex) {
        this.mutex = mutex;
    }

    /** Waits until no other attempt is at work on the release. */
    static Fence enter(Path directory, ReleaseId id, OperationContext context) {
        FileMutex mutex = FileMutex.acquire(directory.resolve(id.toString()), context);
        try {
            advance(mutex.channel(), id, context.attempt());
            return new Fence(mutex);
        } catch (IOException failure) {
            mutex.close();
            throw new UncheckedIOException("cannot read the fence of release " + id, failure);
        } catch (PluginException overtaken) {
            mutex.close();
            throw overtaken;
        }
    }

    private static void advance(FileChannel channel, ReleaseId id, long attempt)
            throws IOException {
        long highest = highest(channel);
        if (attempt < highest) {
            throw new PluginException(
                    CONFLICT,
                    "cannot change release '%s' in attempt %d: attempt %d has overtaken it"
                            .formatted(id, attempt, highest));
        }
        if (attempt > highest) {
            channel.write(ByteBuffer.wrap("%019d\n".formatted(attempt).getBytes(US_ASCII)), 0);
        }
    }

    private static long highest(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LENGTH);
        channel.read(buffer, 0);
        String text = new String(buffer.array(), 0, buffer.position(), US_ASCII).strip();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    @Override
    public void close() {
        mutex.close();
    }
}
