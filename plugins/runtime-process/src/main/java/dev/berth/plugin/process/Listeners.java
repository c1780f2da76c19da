package dev.berth.plugin.process;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which processes listen on which TCP ports, as the kernel shows it. */
final class Listeners {

    // most programs listen on both, which the second table lists; the kernel takes its time for
    // each
    private static final List<Path> TABLES =
            List.of(Path.of("/proc/net/tcp6"), Path.of("/proc/net/tcp"));
    private static final String LISTEN = "0A";
    private static final String SOCKET = "socket:[";

    private Listeners() {}

    /** A socket that listens. */
    private record Listener(int port, String inode) {

        /** Reads one line of a table. */
        static Stream<Listener> of(String line) {
            String[] fields = line.strip().split("\\s+", 11);
            if (fields.length < 11 || !fields[3].equals(LISTEN)) {
                return Stream.empty();
            }
            String port = fields[1].substring(fields[1].lastIndexOf(':') + 1);
            return Stream.of(new Listener(Integer.parseInt(port, 16), fields[9]));
        }
    }

    /** Returns the ports that any of {@code processes} listens on. */
    static SortedSet<Integer> ports(Set<Long> processes) {
        Set<String> sockets = sockets(processes);
        return TABLES.stream()
                .flatMap(Listeners::read)
                .filter(listener -> sockets.contains(listener.inode()))
                .map(Listener::port)
                .collect(toCollection(TreeSet::new));
    }

    /** Returns the ports that anybody listens on. */
    static Set<Integer> all() {
        return TABLES.stream().flatMap(Listeners::read).map(Listener::port).collect(toSet());
    }

    /** Returns whether any of {@code processes} listens on {@code port}. */
    static boolean owns(Set<Long> processes, int port) {
        Set<String> sockets = sockets(processes);
        return TABLES.stream()
                .anyMatch(
                        table ->
                                read(table)
                                        .filter(listener -> listener.port() == port)
                                        .anyMatch(listener -> sockets.contains(listener.inode())));
    }

    private static Stream<Listener> read(Path table) {
        try {
            return Files.readAllLines(table).stream().flatMap(Listener::of);
        } catch (IOException protocolIsOff) {
            return Stream.empty();
        }
    }

    private static Set<String> sockets(Set<Long> processes) {
        return processes.stream().flatMap(Listeners::sockets).collect(toSet());
    }

    private static Stream<String> sockets(long process) {
        Path descriptors = ProcessTable.PROC.resolve(Long.toString(process)).resolve("fd");
        try {
            return Trees.names(descriptors).stream()
                    .map(name -> target(descriptors.resolve(name)))
                    .filter(target -> target.startsWith(SOCKET))
                    .map(target -> target.substring(SOCKET.length(), target.length() - 1));
        } catch (UncheckedIOException ended) {
            return Stream.empty();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
