package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as a user does in a shell. */
record Command(Path directory, Map<String, String> environment) {

    /** What a command came to. */
    record Result(int exit, String output, String errors) {

        /** Returns what it printed, where it went well. */
        String succeeded() {
            assertThat(exit).as("exit code; it said: %s%s", output, errors).isZero();
            return output.strip();
        }
    }

    /** Runs a command to its end, at most three minutes. */
    Result run(List<String> arguments) {
        try {
            Path output = Files.createTempFile("berth-e2e", ".out");
            Path errors = Files.createTempFile("berth-e2e", ".err");
            Process process = start(arguments, output, errors);
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(arguments + " did not end");
            }
            Result result =
                    new Result(
                            process.exitValue(),
                            Files.readString(output),
                            Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return result;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Starts a command whose output goes to files. */
    Process start(List<String> arguments, Path output, Path errors) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(arguments)
                        .directory(directory.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
