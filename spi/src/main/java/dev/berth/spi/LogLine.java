package dev.berth.spi;

/**
 * One line that an instance has written.
 *
 * @param instance which instance, from 1
 * @param stream where it wrote it
 * @param text the line without its end; malformed UTF-8 is replaced
 */
public record LogLine(int instance, Stream stream, String text) {

    /** The two outputs of a program. */
    public enum Stream {
        STDOUT,
        STDERR
    }
}
