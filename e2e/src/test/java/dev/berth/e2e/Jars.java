package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Makes jars of sources by the JDK's own tools, with its scratch files in a directory. */
record Jars(Path scratch) {

    /** Compiles sources, by file name, with further options, and packs them into {@code jar}. */
    Path make(Path jar, Map<String, String> sources, String... options) {
        try {
            Path classes = Files.createTempDirectory(scratch, "classes");
            List<String> arguments = new ArrayList<>(List.of(options));
            arguments.addAll(List.of("-d", classes.toString()));
            Path directory = Files.createTempDirectory(scratch, "sources");
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = directory.resolve(source.getKey());
                Files.createDirectories(file.getParent());
                arguments.add(Files.writeString(file, source.getValue()).toString());
            }
            run("javac", arguments);
            Files.createDirectories(jar.getParent());
            run("jar", List.of("-cf", jar.toString(), "-C", classes.toString(), "."));
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int exit =
                ToolProvider.findFirst(tool)
                        .orElseThrow()
                        .run(writer, writer, arguments.toArray(String[]::new));
        assertThat(exit).as("exit code of %s; it said: %s", tool, output).isZero();
    }
}
