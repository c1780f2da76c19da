package dev.berth.cli;

import java.io.IOException;
import java.util.function.BiConsumer;

/** Puts the lines of server-sent events together, and remembers the id that came last. */
final class EventReader {

    private final BiConsumer<String, Json> events;
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private String last;

    /** Gives each event to {@code events}, with its name, which may be empty. */
    EventReader(String last, BiConsumer<String, Json> events) {
        this.last = last;
        this.events = events;
    }

    /** Returns what to come back with; empty for nothing so far. */
    String last() {
        return last;
    }

    void line(String line) {
        if (line.isEmpty()) {
            end();
        } else if (line.startsWith("data:")) {
            data.append(value(line));
        } else if (line.startsWith("event:")) {
            name = value(line);
        } else if (line.startsWith("id:")) {
            last = value(line);
        }
    }

    /** Forgets what came of an event that broke off. */
    void forget() {
        data.setLength(0);
        name = "";
    }

    private void end() {
        if (!data.isEmpty()) {
            events.accept(name, read(data.toString()));
        }
        forget();
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private static Json read(String text) {
        try {
            return JsonText.read(text);
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.FAILED,
                    "cannot read the events: one is not JSON; is that a Berth? check --url",
                    e);
        }
    }
}
