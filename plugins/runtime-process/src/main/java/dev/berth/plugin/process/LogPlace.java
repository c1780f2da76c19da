package dev.berth.plugin.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** A place in an output: in which file, and where in it. */
record LogPlace(int number, long position) {

    static final LogPlace START = new LogPlace(0, 0);

    private static final int BLOCK = 64 * 1024;

    /** Where the newest lines begin, and how many there are. */
    record Tail(LogPlace place, int lines) {}

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
        // the end of the very last line parts it from nothing
        int ends = -1;
        boolean last = true;
        boolean any = false;
        for (int number : numbers.reversed()) {
            byte[] block = new byte[0];
            for (long end = output.size(number); end > 0; end -= block.length) {
                block = block(output, number, end);
                if (block.length == 0) {
                    break;
                }
                any = true;
                for (int index = block.length - 1; index >= 0; index--) {
                    if (last && block[index] != '\n') {
                        ends = 0;
                    }
                    last = false;
                    if (block[index] == '\n' && ++ends == most) {
                        long place = end - block.length + index + 1;
                        return new Tail(new LogPlace(number, place), most);
                    }
                }
            }
        }
        return new Tail(START, any ? ends + 1 : 0);
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
