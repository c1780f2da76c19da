package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.spi.LogLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads one output file line by line from a position on; the file may grow meanwhile. */
final class LogFile {

    static final int LONGEST_LINE = 64 * 1024;

    private final int instance;
    private final LogLine.Stream stream;
    private final Path path;
    private long position;

    LogFile(int instance, LogLine.Stream stream, Path path, long position) {
        this.instance = instance;
        this.stream = stream;
        this.path = path;
        this.position = position;
    }

    Path path() {
        return path;
    }

    /**
     * Returns some lines that follow, none at the end. A last line without an end counts where
     * {@code partial}; else it stays for the next time.
     */
    List<LogLine> read(boolean partial) {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_LINE);
        try (FileChannel channel = FileChannel.open(path)) {
            while (buffer.hasRemaining()
                    && channel.read(buffer, position + buffer.position()) >= 0) {}
            return lines(buffer.array(), buffer.position(), partial);
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path, failure);
        }
    }

    private List<LogLine> lines(byte[] bytes, int length, boolean partial) {
        List<LogLine> lines = new ArrayList<>();
        int start = 0;
        for (int index = 0; index < length; index++) {
            if (bytes[index] == '\n') {
                lines.add(line(bytes, start, index));
                start = index + 1;
            }
        }
        boolean tooLong = start == 0 && length == LONGEST_LINE;
        if (start < length && (tooLong || (partial && length < LONGEST_LINE))) {
            int end = tooLong ? characterStart(bytes, length) : length;
            lines.add(line(bytes, start, end));
            start = end;
        }
        position += start;
        return lines;
    }

    /** Returns the place at or a little before {@code end} that parts no character. */
    private static int characterStart(byte[] bytes, int end) {
        int start = end - 1;
        while (start > end - 4 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        return (bytes[start] & 0xC0) == 0xC0 ? start : end;
    }

    private LogLine line(byte[] bytes, int start, int end) {
        int stop = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        return new LogLine(instance, stream, new String(bytes, start, stop - start, UTF_8));
    }
}
