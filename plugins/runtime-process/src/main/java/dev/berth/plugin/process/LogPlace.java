package dev.berth.plugin.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A place in an output: in which file, and where in it. */
record LogPlace(int number, long position) {

    static final LogPlace START = new LogPlace(0, 0);

    private static final int BLOCK = 64 * 1024;

    /** Where the newest lines begin, and how many there are. */
    record Tail(LogPlace place, int lines) {}

    /** Returns the end of what was written so far. */
    static LogPlace end(OutputFiles output) {
        OptionalInt newest = output.newest();
        return newest.isEmpty()
                ? START
                : new LogPlace(newest.getAsInt(), output.size(newest.getAsInt()));
    }

    /** Returns the place that comes later. */
    LogPlace later(LogPlace other) {
        boolean before =
                number < other.number || (number == other.number && position < other.position);
        return before ? other : this;
    }

    /** Returns where the line begins that this place is in; not farther back than its file. */
    LogPlace lineStart(OutputFiles output) {
        long end = position;
        while (end > 0) {
            byte[] block = block(output, number, end);
            for (int index = block.length - 1; index >= 0; index--) {
                if (block[index] == '\n') {
                    return new LogPlace(number, end - block.length + index + 1);
                }
            }
            end = block.length == 0 ? 0 : end - block.length;
        }
        return new LogPlace(number, 0);
    }

    /** Finds where the newest lines of an output begin, {@code most} at most. */
    static Tail tail(OutputFiles output, int most) {
        List<Integer> numbers = output.numbers();
        if (numbers.isEmpty()) {
            return new Tail(START, 0);
        }
        int newest = numbers.getLast();
        if (most == 0) {
            return new Tail(new LogPlace(newest, output.size(newest)), 0);
        }
        LineCount count = new LineCount(most);
        for (int number : numbers.reversed()) {
            Optional<LogPlace> found = find(output, number, count);
            if (found.isPresent()) {
                return new Tail(found.get(), most);
            }
        }
        return new Tail(START, count.lines());
    }

    private static Optional<LogPlace> find(OutputFiles output, int number, LineCount count) {
        long end = output.size(number);
        while (end > 0) {
            byte[] block = block(output, number, end);
            long start = end - block.length;
            OptionalInt found = count.take(block);
            if (found.isPresent()) {
                return Optional.of(new LogPlace(number, start + found.getAsInt()));
            }
            // nothing is read of a file that was deleted meanwhile
            end = block.length == 0 ? 0 : start;
        }
        return Optional.empty();
    }

    private static byte[] block(OutputFiles output, int number, long end) {
        long start = Math.max(0, end - BLOCK);
        ByteBuffer buffer = ByteBuffer.allocate((int) (end - start));
        try (FileChannel channel = FileChannel.open(output.path(number))) {
            while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {}
            return buffer.array();
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + output.path(number), failure);
        }
    }
}
