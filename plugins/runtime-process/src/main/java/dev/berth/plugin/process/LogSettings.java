package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;

import dev.berth.spi.PluginException;

/**
 * How much of an output is kept.
 *
 * @param bytes in one file, after which the next is begun
 * @param files of each output
 */
record LogSettings(long bytes, int files) {

    private static final long FEWEST = 4_096;
    private static final int MOST_FILES = 1_000;

    LogSettings {
        if (bytes < FEWEST || files < 2 || files > MOST_FILES) {
            throw new PluginException(
                    INVALID,
                    "cannot keep %d files of %d bytes of each output; set log-max-bytes to %d or more, and log-files to 2 or more"
                            .formatted(files, bytes, FEWEST));
        }
    }

    /**
     * Returns the file that a start goes on with: the newest, or the next where that is half full.
     */
    int next(OutputFiles output) {
        return output.newest().stream()
                .map(newest -> output.size(newest) * 2 < bytes ? newest : newest + 1)
                .findAny()
                .orElse(1);
    }

    /** Deletes what is older than what is kept beside file {@code next}. */
    void prune(OutputFiles output, int next) {
        output.numbers().stream().filter(number -> number <= next - files).forEach(output::delete);
    }
}
