package dev.berth.plugin.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which processes listen on which ports, as the kernel shows it. */
final class Listeners {

    private static final String LISTEN = "0A";
    private static final String SOCKET = "socket:[";

    private Listeners() {}

    /** Returns the TCP ports that any of {@code processes} listens on. */
    static SortedSet<Integer> ports(Set<Long> processes) {
        Map<String, Integer> listening = new HashMap<>();
        for (String table : List.of("tcp", "tcp6")) {
            read(ProcessTable.PROC.resolve("net").resolve(table), listening);
        }
        SortedSet<Integer> ports = new TreeSet<>();
        for (Long process : processes) {
            for (String inode : sockets(process)) {
                Optional.ofNullable(listening.get(inode)).ifPresent(ports::add);
            }
        }
        return ports;
    }

    private static void read(Path table, Map<String, Integer> listening) {
        try {
            for (String line : Files.readAllLines(table)) {
                String[] fields = line.strip().split("\\s+", 11);
                if (fields.length > 9 && fields[3].equals(LISTEN)) {
                    String port = fields[1].substring(fields[1].lastIndexOf(':') + 1);
                    listening.put(fields[9], Integer.parseInt(port, 16));
                }
            }
        } catch (IOException protocolIsOff) {
            return;
        }
    }

    private static Set<String> sockets(long process) {
        Path descriptors = ProcessTable.PROC.resolve(Long.toString(process)).resolve("fd");
        Set<String> inodes = new HashSet<>();
        try {
            for (String name : Trees.names(descriptors)) {
                String target = target(descriptors.resolve(name));
                if (target.startsWith(SOCKET)) {
                    inodes.add(target.substring(SOCKET.length(), target.length() - 1));
                }
            }
        } catch (java.io.UncheckedIOException ended) {
            return inodes;
        }
        return inodes;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
