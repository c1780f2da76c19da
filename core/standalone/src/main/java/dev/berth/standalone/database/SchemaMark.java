package dev.berth.standalone.database;

import static java.util.stream.Collectors.joining;

import dev.berth.standalone.home.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Remembers which build has migrated which database last. When it is this one, Liberty need not
 * wait for the migrations, which then change nothing.
 */
public record SchemaMark(Path file, Path libraries, String database) {

    public boolean current() {
        return Files.exists(file) && PrivateFile.read(file).equals(build());
    }

    public void set() {
        PrivateFile.write(file, build());
    }

    private String build() {
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.sorted()
                    .map(SchemaMark::describe)
                    .collect(joining("\n", database + "\n", ""));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + libraries, failure);
        }
    }

    private static String describe(Path jar) {
        try {
            return jar.getFileName() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot look at " + jar, failure);
        }
    }
}
