package dev.berth.standalone.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells the person at the terminal what goes on. */
public record Progress(PrintStream out, InstantSource clock) {

    @SuppressWarnings("SystemOut") // its console
    public static Progress onConsole() {
        return new Progress(System.out, InstantSource.system());
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    public void started(String name, Instant since) {
        say("  %-11s %s s".formatted(name, seconds(since)));
    }

    public void waiting(String name, Instant since) {
        say("  %-11s … %s s".formatted(name, seconds(since)));
    }

    public void stopped(String name, Instant since) {
        say("  %-11s stopped, %s s".formatted(name, seconds(since)));
    }

    public String seconds(Instant since) {
        Duration elapsed = Duration.between(since, clock.instant());
        return String.format(Locale.ROOT, "%.1f", elapsed.toMillis() / 1000.0);
    }
}
