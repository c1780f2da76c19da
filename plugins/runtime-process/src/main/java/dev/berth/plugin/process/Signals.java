package dev.berth.plugin.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Sends signals: Java signals single processes only, and the shell's own kill is everywhere. */
final class Signals {

    private Signals() {}

    /** Sends one to each target, a process or a group behind a minus sign. */
    static void send(String name, List<String> targets) {
        if (targets.isEmpty()) {
            return;
        }
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "kill -s \"$@\"", "kill", name, "--"));
        command.addAll(targets);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot run /bin/sh to signal " + targets, failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
