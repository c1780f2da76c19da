package dev.berth.plugin.process;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All processes that one start of an instance has brought about. */
record Session(ProcessIdentity leader) {

    /** Returns whether anything of it lives, the leader or what it left behind. */
    boolean alive() {
        return leader.alive() || !members().isEmpty();
    }

    Set<Long> members() {
        return leader.replaced() ? Set.of() : ProcessTable.session(leader.pid());
    }

    /** Asks the leader's process group to end. */
    void terminate() {
        if (leader.alive()) {
            signal("TERM", List.of("-" + leader.pid()));
        } else {
            signal("TERM", members().stream().map(String::valueOf).toList());
        }
    }

    /** Ends every member, those with a process group of their own too. */
    void kill() {
        List<String> targets =
                members().stream().map(String::valueOf).collect(toCollection(ArrayList::new));
        if (leader.alive()) {
            targets.add("-" + leader.pid());
        }
        signal("KILL", targets);
    }

    // Java signals single processes only, and the shell's own kill is everywhere
    private static void signal(String name, List<String> targets) {
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
