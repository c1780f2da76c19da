package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds processes and files that tests have left behind. */
final class LeftBehind {

    private static final Pattern KEPT = Pattern.compile("[0-9a-f]{8}-[0-9]|ports/[0-9]");

    private LeftBehind() {}

    /** Returns the command lines of living processes whose HOME is in {@code directory}. */
    static List<String> in(Path directory) {
        return Trees.names(ProcessTable.PROC).stream()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .filter(name -> ProcessTable.find(Long.parseLong(name)).isPresent())
                .filter(name -> read(name, "environ").contains("HOME=" + directory + "/"))
                .map(name -> name + " " + read(name, "cmdline").replace('\0', ' '))
                .toList();
    }

    /** Returns what is kept of releases, and the ports that they hold, in {@code directory}. */
    static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(directory::relativize)
                    .filter(file -> KEPT.matcher(file.toString()).find())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the control groups of instances in {@code directory}. */
    static List<Path> groups(Path directory) {
        ControlGroups groups =
                ControlGroups.in(HierarchySearch.here(Optional.empty()).find(), directory, 1);
        return groups.children().stream().map(ControlGroup::path).toList();
    }

    private static String read(String process, String file) {
        try {
            return Files.readString(ProcessTable.PROC.resolve(process).resolve(file), ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
