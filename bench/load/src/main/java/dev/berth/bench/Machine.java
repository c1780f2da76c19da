package dev.berth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine that is measured on.
 *
 * @param load how many threads ran or wanted to, averaged over the last minute
 */
record Machine(String description, double load) {

    static Machine now() {
        return new Machine(
                "%d cores, Java %s, Linux %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("java.version"),
                                System.getProperty("os.version")),
                loadOfMinute());
    }

    private static double loadOfMinute() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
