package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds processes that tests have left behind. */
final class LeftBehind {

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

    private static String read(String process, String file) {
        try {
            return Files.readString(ProcessTable.PROC.resolve(process).resolve(file), ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }
}
