package dev.berth.standalone.network;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out of /proc which process has a port; where there is no /proc, nobody is found. */
final class PortHolder {

    private static final Path PROC = Path.of("/proc");
    private static final String NO_INODE = "0";
    private static final int LONGEST = 80;

    private PortHolder() {}

    /** Returns {@code process 123 (nginx: master)} or the like. */
    static Optional<String> of(int port) {
        return inode(port).flatMap(PortHolder::owner);
    }

    private static Optional<String> inode(int port) {
        String suffix = ":%04X".formatted(port);
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(PROC.resolve("net").resolve(table)).stream())
                .map(line -> line.strip().split("\\s+", -1))
                .filter(
                        columns ->
                                columns.length > 9
                                        && columns[1].endsWith(suffix)
                                        && !columns[9].equals(NO_INODE))
                .map(columns -> columns[9])
                .findFirst();
    }

    private static Optional<String> owner(String inode) {
        Path socket = Path.of("socket:[" + inode + "]");
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .findFirst()
                .map(process -> "process " + process.pid() + " (" + command(process.pid()) + ")");
    }

    private static boolean holds(long pid, Path socket) {
        try (DirectoryStream<Path> descriptors =
                Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.readSymbolicLink(descriptor).equals(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }

    private static String command(long pid) {
        String line = String.join(" ", lines(PROC.resolve(pid + "/cmdline"))).replace('\0', ' ');
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line.strip();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
