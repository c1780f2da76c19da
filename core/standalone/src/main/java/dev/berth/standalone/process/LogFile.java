package dev.berth.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file that the output of a process is added to. */
public record LogFile(Path path) {

    private static final long LARGEST = 10L << 20;
    private static final int KEPT = 3;
    private static final int TAIL_BYTES = 16 << 10;

    /** Puts the file aside when it has grown large. Call it while nobody writes. */
    public void rotate() {
        try {
            if (!Files.exists(path) || Files.size(path) < LARGEST) {
                return;
            }
            for (int number = KEPT; number > 0; number--) {
                Path from = number == 1 ? path : numbered(number - 1);
                if (Files.exists(from)) {
                    Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot rotate the log " + path, failure);
        }
    }

    /** Returns the last lines, at most {@code count}. */
    public List<String> tail(int count) {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            byte[] bytes = Channels.newInputStream(channel).readAllBytes();
            List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException absent) {
            return List.of();
        }
    }

    private Path numbered(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }
}
