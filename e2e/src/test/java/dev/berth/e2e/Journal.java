package dev.berth.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the recording runtimes of all Inners have written down, in the order in which it was. */
record Journal(Path directory) {

    private static final String KILLED = "killed";

    /** One line: a call into the runtime began, had its effect or ended, in that process. */
    record Line(String word, long process, String release, String operation, long attempt) {

        private static Line parse(String text) {
            String[] words = text.split(" ", -1);
            long process = Long.parseLong(words[1]);
            return new Line(words[0], process, words[2], words[3], Long.parseLong(words[4]));
        }

        /** Returns which claim of which task it was for. */
        String claim() {
            return operation + " " + attempt;
        }
    }

    /** What was written while another process was at a call for the same release. */
    record Intrusion(Line line, Line open) {}

    /** Notes that a process was killed: its calls are over. */
    void killed(long process) {
        try {
            Files.writeString(
                    file(), KILLED + " " + process + " - - 0\n", StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns what was written of calls. */
    List<Line> calls() {
        return lines().filter(line -> !line.word().equals(KILLED)).toList();
    }

    List<Line> effects() {
        return lines().filter(line -> line.word().equals("effect")).toList();
    }

    /** Returns the calls that a process is at. */
    List<Line> open(long process) {
        Map<String, Line> open = new HashMap<>();
        lines().forEach(line -> follow(open, line));
        return open.values().stream().filter(line -> line.process() == process).toList();
    }

    List<Intrusion> intrusions() {
        Map<String, Line> open = new HashMap<>();
        List<Intrusion> intrusions = new ArrayList<>();
        lines().forEach(
                        line -> {
                            Line before = open.getOrDefault(line.release(), line);
                            if (before.process() != line.process()) {
                                intrusions.add(new Intrusion(line, before));
                            }
                            follow(open, line);
                        });
        return intrusions;
    }

    private static void follow(Map<String, Line> open, Line line) {
        switch (line.word()) {
            case "ended" -> open.remove(line.release());
            case KILLED -> open.values().removeIf(call -> call.process() == line.process());
            default -> open.put(line.release(), line);
        }
    }

    private Stream<Line> lines() {
        try {
            return Files.exists(file())
                    ? Files.readAllLines(file()).stream().map(Line::parse)
                    : Stream.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file() {
        return directory.resolve("journal");
    }
}
