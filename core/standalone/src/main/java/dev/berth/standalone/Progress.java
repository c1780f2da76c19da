package dev.berth.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells the person at the terminal what goes on. */
record Progress(PrintStream out, InstantSource clock) {

    @SuppressWarnings("SystemOut") // its console
    static Progress onConsole() {
        return new Progress(System.out, InstantSource.system());
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void started(String name, Instant since) {
        say("  %-11s %s s".formatted(name, seconds(since)));
    }

    void waiting(String name, Instant since) {
        say("  %-11s … %s s".formatted(name, seconds(since)));
    }

    void stopped(String name, Instant since) {
        say("  %-11s stopped, %s s".formatted(name, seconds(since)));
    }

    String seconds(Instant since) {
        Duration elapsed = Duration.between(since, clock.instant());
        return String.format(Locale.ROOT, "%.1f", elapsed.toMillis() / 1000.0);
    }
}
