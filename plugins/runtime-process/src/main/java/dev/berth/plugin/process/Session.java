package dev.berth.plugin.process;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.berth.plugin.process.ProcessTable.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All processes that one start of an instance has brought about. Those that began a session of
 * their own, as daemons do, are known by their HOME.
 */
record Session(ProcessIdentity leader, Path home) {

    /** Returns whether anything of it lives, the leader or what it left behind. */
    boolean alive() {
        return leader.alive() || !members().isEmpty();
    }

    Set<Long> members() {
        return entries().stream().map(Entry::pid).collect(toSet());
    }

    /** Asks the leader's process group, and whatever is not in it, to end. */
    void terminate() {
        // a second request would make some programs give up at once
        signal("TERM", entry -> entry.group() != leader.pid());
    }

    /** Ends every member. */
    void kill() {
        signal("KILL", _ -> true);
    }

    private List<Entry> entries() {
        boolean replaced = leader.replaced();
        String variable = "HOME=" + home;
        return ProcessTable.trees(
                entry -> (!replaced && entry.session() == leader.pid()) || entry.has(variable));
    }

    private void signal(String name, Predicate<Entry> alone) {
        List<String> targets =
                entries().stream()
                        .filter(alone)
                        .map(entry -> Long.toString(entry.pid()))
                        .collect(toCollection(ArrayList::new));
        if (!leader.replaced()) {
            targets.add("-" + leader.pid());
        }
        signal(name, targets);
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
