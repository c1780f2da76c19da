package dev.berth.plugin.process;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.berth.plugin.process.ProcessTable.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All processes that one start of an instance has brought about. Those that began a session of
 * their own, as daemons do, are known by their control group, and by their HOME.
 */
record Session(ProcessIdentity leader, Path home, List<ControlGroup> groups) {

    Session {
        groups = List.copyOf(groups);
    }

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
        groups.forEach(ControlGroup::kill);
        signal("KILL", _ -> true);
    }

    private List<Entry> entries() {
        boolean replaced = leader.replaced();
        String variable = "HOME=" + home;
        Set<Long> grouped =
                groups.stream().flatMap(group -> group.processes().stream()).collect(toSet());
        return ProcessTable.trees(
                entry ->
                        (!replaced && entry.session() == leader.pid())
                                || grouped.contains(entry.pid())
                                || entry.has(variable));
    }

    private void signal(String name, Predicate<Entry> alone) {
        Stream<String> others =
                entries().stream().filter(alone).map(entry -> Long.toString(entry.pid()));
        List<String> targets = others.collect(toCollection(ArrayList::new));
        if (!leader.replaced()) {
            targets.add("-" + leader.pid());
        }
        Signals.send(name, targets);
    }
}
