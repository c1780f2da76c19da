package dev.berth.standalone.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command that runs a program on the launcher's own JDK. */
public final class JavaCommand {

    private JavaCommand() {}

    public static List<String> of(List<String> options, List<String> main, List<String> arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.of(List.of(java.toString()), options, main, arguments)
                .flatMap(List::stream)
                .toList();
    }
}
