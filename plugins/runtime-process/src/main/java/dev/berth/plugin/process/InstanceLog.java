package dev.berth.plugin.process;

import dev.berth.spi.LogLine;
import dev.berth.spi.LogLine.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the newest lines of an instance's two outputs. */
final class InstanceLog {

    private static final int BLOCK = 64 * 1024;

    private InstanceLog() {}

    /** Where the newest lines of a file begin, and how many there are. */
    private record Tail(long position, int lines) {}

    /** Returns the newest lines themselves: those to standard output, then those to error. */
    static List<LogLine> newest(Instance instance, int last) {
        List<LogLine> lines = new ArrayList<>();
        for (LogFile file : from(instance, last)) {
            List<LogLine> more = file.read(true);
            while (!more.isEmpty()) {
                lines.addAll(more);
                more = file.read(true);
            }
        }
        return lines;
    }

    /**
     * Returns the outputs, each at the place where the instance's {@code last} newest lines begin.
     * Nobody noted in which order lines came to two files, so that they share evenly.
     */
    static List<LogFile> from(Instance instance, int last) {
        Path out = instance.directory().resolve("stdout.log");
        Path error = instance.directory().resolve("stderr.log");
        int outLines = tail(out, last).lines();
        int errorLines = tail(error, last).lines();
        int errorShare = Math.min(errorLines, Math.max(last / 2, last - outLines));
        int outShare = Math.min(outLines, last - errorShare);
        return List.of(
                new LogFile(instance.number(), Stream.STDOUT, out, tail(out, outShare).position()),
                new LogFile(
                        instance.number(),
                        Stream.STDERR,
                        error,
                        tail(error, errorShare).position()));
    }

    private static Tail tail(Path path, int most) {
        try (FileChannel channel = FileChannel.open(path)) {
            return tail(channel, most);
        } catch (NoSuchFileException absent) {
            return new Tail(0, 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path, failure);
        }
    }

    private static Tail tail(FileChannel channel, int most) throws IOException {
        long size = channel.size();
        if (size == 0 || most == 0) {
            return new Tail(size, 0);
        }
        int ends = 0;
        for (long end = size; end > 0; end -= BLOCK) {
            long start = Math.max(0, end - BLOCK);
            byte[] block = block(channel, start, (int) (end - start));
            for (int index = block.length - 1; index >= 0; index--) {
                // the end of the very last line parts it from nothing
                boolean parts = block[index] == '\n' && start + index < size - 1;
                if (parts && ++ends == most) {
                    return new Tail(start + index + 1, most);
                }
            }
        }
        return new Tail(0, ends + 1);
    }

    private static byte[] block(FileChannel channel, long start, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {}
        return buffer.array();
    }
}
