package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The processes of this machine as {@code /proc} shows them; zombies count as gone. */
final class ProcessTable {

    static final Path PROC = Path.of("/proc");

    private ProcessTable() {}

    /**
     * A living process.
     *
     * @param start when it started, in clock ticks since the boot
     */
    record Entry(long pid, long parent, long group, long session, long start) {

        /** Returns whether it was started with this variable. */
        boolean has(String variable) {
            try {
                String environment = Files.readString(PROC.resolve(pid + "/environ"), ISO_8859_1);
                return ('\0' + environment).contains('\0' + variable + '\0');
            } catch (IOException endedOrNotOurs) {
                return false;
            }
        }
    }

    static Optional<Entry> find(long pid) {
        return read(PROC.resolve(Long.toString(pid)).resolve("stat"));
    }

    /** Returns the processes that are {@code root}s, and all that descend from them. */
    static List<Entry> trees(Predicate<Entry> root) {
        List<Entry> all = all();
        Map<Long, Entry> members = new LinkedHashMap<>();
        all.stream().filter(root).forEach(entry -> members.put(entry.pid(), entry));
        int before;
        do {
            before = members.size();
            all.stream()
                    .filter(entry -> members.containsKey(entry.parent()))
                    .forEach(entry -> members.put(entry.pid(), entry));
        } while (members.size() > before);
        return List.copyOf(members.values());
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
            String line = Files.readString(stat, ISO_8859_1);
            long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
            // the name in parentheses may hold spaces and parentheses of its own
            String[] rest = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            boolean gone = rest[0].equals("Z") || rest[0].equals("X");
            return gone
                    ? Optional.empty()
                    : Optional.of(
                            new Entry(
                                    pid,
                                    number(rest[1]),
                                    number(rest[2]),
                                    number(rest[3]),
                                    number(rest[19])));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    private static long number(String field) {
        return Long.parseLong(field);
    }
}
