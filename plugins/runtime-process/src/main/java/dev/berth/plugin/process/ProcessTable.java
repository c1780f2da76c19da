package dev.berth.plugin.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The processes of this machine as {@code /proc} shows them; zombies count as gone. */
final class ProcessTable {

    static final Path PROC = Path.of("/proc");

    private ProcessTable() {}

    /**
     * A living process.
     *
     * @param start when it started, in clock ticks since the boot
     */
    record Entry(long pid, long parent, long session, long start) {}

    static Optional<Entry> find(long pid) {
        return read(PROC.resolve(Long.toString(pid)).resolve("stat"));
    }

    /** Returns what lives of the session {@code leader} began, and all that descends from that. */
    static Set<Long> session(long leader) {
        List<Entry> all = all();
        Set<Long> members = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Entry entry : all) {
                boolean belongs = entry.session() == leader || members.contains(entry.parent());
                grown |= belongs && members.add(entry.pid());
            }
        }
        return members;
    }

    private static List<Entry> all() {
        return Trees.names(PROC).stream()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .map(name -> read(PROC.resolve(name).resolve("stat")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Entry> read(Path stat) {
        try {
            String line = Files.readString(stat, java.nio.charset.StandardCharsets.ISO_8859_1);
            long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
            // the name in parentheses may hold spaces and parentheses of its own
            String[] rest = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            boolean gone = rest[0].equals("Z") || rest[0].equals("X");
            return gone
                    ? Optional.empty()
                    : Optional.of(
                            new Entry(pid, number(rest[1]), number(rest[3]), number(rest[19])));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    private static long number(String field) {
        return Long.parseLong(field);
    }
}
