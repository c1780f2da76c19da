package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.spi.LogLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads one output line by line from a place on, from file to file; it may grow meanwhile. A file
 * that was deleted before it was read is passed over.
 */
final class LogFile {

    static final int LONGEST_LINE = 64 * 1024;

    private final OutputFiles output;
    private int number;
    private long position;
    private byte[] rest = new byte[0];

    LogFile(OutputFiles output, LogPlace place) {
        this.output = output;
        this.number = place.number();
        this.position = place.position();
    }

    OutputFiles output() {
        return output;
    }

    /**
     * Returns some lines that follow, none at the end. A last line without an end counts where
     * {@code partial}; else it stays for the next time.
     */
    List<LogLine> read(boolean partial) {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_LINE).put(rest);
        boolean more = true;
        while (buffer.hasRemaining() && more) {
            // in this order: once there is a later file, nothing is added to this one
            OptionalInt later = output.after(number);
            fill(buffer);
            more = buffer.hasRemaining() && later.isPresent();
            if (more) {
                number = later.getAsInt();
                position = 0;
            }
        }
        return lines(buffer.array(), buffer.position(), partial);
    }

    private void fill(ByteBuffer buffer) {
        try (FileChannel channel = FileChannel.open(output.path(number))) {
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = channel.read(buffer, position);
                position += Math.max(0, read);
            }
        } catch (NoSuchFileException gone) {
            // the next file goes on
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + output.path(number), failure);
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
        rest = Arrays.copyOfRange(bytes, start, length);
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
        return new LogLine(
                output.instance(), output.stream(), new String(bytes, start, stop - start, UTF_8));
    }
}
