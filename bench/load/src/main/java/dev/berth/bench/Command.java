package dev.berth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Runs other programs; what they say goes to a file. */
record Command(Path directory, Map<String, String> environment) {

    /** Starts a program whose output goes to {@code output}. */
    Process start(List<String> arguments, Path output) {
        ProcessBuilder builder =
                new ProcessBuilder(arguments)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start " + arguments, failure);
        }
    }

    /** Runs a program to its end, and returns what it said. */
    String run(List<String> arguments, Path output) {
        int exit = ended(start(arguments, output));
        String said = Scratch.read(output);
        if (exit != 0) {
            throw new BenchFailure("%s ended with code %d: %s".formatted(arguments, exit, said));
        }
        return said;
    }

    static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
