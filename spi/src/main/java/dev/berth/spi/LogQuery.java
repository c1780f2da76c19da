package dev.berth.spi;

/**
 * Which lines of a log are wanted.
 *
 * @param follow whether to wait for lines that are still to come
 * @param last how many of the newest lines to begin with, per instance; 0 or more
 */
public record LogQuery(boolean follow, int last) {

    public LogQuery {
        if (last < 0) {
            throw new IllegalArgumentException("last is not negative");
        }
    }
}
