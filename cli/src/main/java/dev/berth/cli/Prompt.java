package dev.berth.cli;

import static java.util.Objects.requireNonNullElse;

import java.util.Optional;

/** Asks who sits at the terminal. */
final class Prompt {

    private Prompt() {}

    /** Returns whether anybody can be asked. */
    static boolean possible() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    /** Asks for a line; {@code options} are what spares the question. */
    static String line(String question, String options) {
        return given(requireNonNullElse(terminal(options).readLine(question), ""), options);
    }

    /** Asks for what is not to be seen. */
    static String secret(String question, String options) {
        char[] answer = terminal(options).readPassword(question);
        return given(new String(requireNonNullElse(answer, new char[0])), options);
    }

    private static java.io.Console terminal(String options) {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .orElseThrow(
                        () ->
                                new Failure(
                                        ExitStatus.USAGE,
                                        "cannot ask without a terminal: give " + options));
    }

    private static String given(String answer, String options) {
        if (answer.isBlank()) {
            throw new Failure(ExitStatus.USAGE, "nothing was typed: do, or give " + options);
        }
        return answer;
    }
}
