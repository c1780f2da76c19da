package dev.berth.testkit;

import dev.berth.spi.LogLine;
import dev.berth.spi.LogLine.Stream;
import dev.berth.spi.ReleaseSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a pretended program does, by the first word of the release's command: {@code exit CODE},
 * {@code never-listen}, {@code listen-on PORT}, {@code listen-late} (ready when asked the second
 * time), {@code write LINES}. Any other, and none, answers at once.
 */
record PretendedProgram(String name, String argument) {

    static PretendedProgram of(ReleaseSpec spec) {
        List<String> command = spec.command();
        return new PretendedProgram(
                command.isEmpty() ? "" : command.getFirst(),
                command.size() < 2 ? "" : command.get(1));
    }

    /** Returns what is wrong with it; empty where it becomes ready. */
    Optional<String> failure(int port) {
        return switch (name) {
            case "exit" ->
                    Optional.of(
                            "exited with code %s 0.0 s after its start; last lines of its output:\n%s"
                                    .formatted(argument, "no configuration"));
            case "never-listen" ->
                    Optional.of(
                            "does not listen on port %d (PORT) 0.0 s after its start; it wrote nothing"
                                    .formatted(port));
            case "listen-on" ->
                    Optional.of(
                            "listens on port %s, not on %d, the value of PORT"
                                    .formatted(argument, port));
            default -> Optional.empty();
        };
    }

    /** Returns whether it is only ready when asked for the second time. */
    boolean late() {
        return name.equals("listen-late");
    }

    /** Returns the lines that it writes at its start. */
    List<LogLine> output(int instance) {
        List<LogLine> lines = new ArrayList<>();
        lines.add(new LogLine(instance, Stream.STDOUT, "started"));
        switch (name) {
            case "exit" -> lines.add(new LogLine(instance, Stream.STDERR, "no configuration"));
            case "listen-on" ->
                    lines.add(new LogLine(instance, Stream.STDOUT, "elsewhere " + argument));
            case "write" ->
                    IntStream.rangeClosed(1, Integer.parseInt(argument))
                            .forEach(number -> lines.addAll(pair(instance, number)));
            default -> {
                // nothing more to say
            }
        }
        return lines;
    }

    private static List<LogLine> pair(int instance, int number) {
        return List.of(
                new LogLine(instance, Stream.STDOUT, "out " + number),
                new LogLine(instance, Stream.STDERR, "err " + number));
    }
}
