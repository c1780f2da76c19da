package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Reads what is piped into a command. */
final class PipedText {

    private PipedText() {}

    /** Returns all of it; the last line's end is the shell's, and does not belong to it. */
    static String read(String what, Console console) {
        try {
            return new String(console.in().readAllBytes(), UTF_8).replaceFirst("\r?\n\\z", "");
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.FAILED, "cannot read %s: %s".formatted(what, Reason.of(e)), e);
        }
    }
}
