package dev.berth.bench;

import picocli.CommandLine;

/** What the one at the terminal reads. */
final class Console {

    private Console() {}

    @SuppressWarnings("SystemOut") // that is what a bench prints to
    static void say(String line) {
        System.out.println(line);
    }

    /** Says what a command's usage is. */
    @SuppressWarnings("SystemOut")
    static void usage(CommandLine command) {
        command.usage(System.out);
    }
}
