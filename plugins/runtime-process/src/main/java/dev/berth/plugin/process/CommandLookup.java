package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;

import dev.berth.spi.PluginException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the program that a command names, as a shell would. */
record CommandLookup(Path directory, String path) {

    /** Returns the command with the program's absolute path in the first place. */
    List<String> resolve(List<String> command) {
        if (command.isEmpty() || command.getFirst().isBlank()) {
            throw refused(
                    "the release has no command; say what starts it, such as [\"java\","
                            + " \"Main.java\"]");
        }
        if (command.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw refused("the command holds a zero byte");
        }
        List<String> resolved = new ArrayList<>(command);
        resolved.set(0, program(command.getFirst()).toString());
        return resolved;
    }

    private Path program(String name) {
        Optional<Path> found = candidates(name).filter(Files::isRegularFile).findFirst();
        Path program =
                found.orElseThrow(
                        () ->
                                refused(
                                        "there is no program '%s' in %s"
                                                .formatted(name, places(name))));
        if (!Files.isExecutable(program)) {
            throw refused("'" + name + "' is not executable; run chmod +x on it, and deploy again");
        }
        return program;
    }

    private Stream<Path> candidates(String name) {
        return name.contains("/")
                ? Stream.of(directory.resolve(name).normalize())
                : Stream.of(path.split(":", -1)).map(entry -> Path.of(entry, name));
    }

    private String places(String name) {
        return name.contains("/") ? "the source" : "the PATH " + path;
    }

    private static PluginException refused(String why) {
        return new PluginException(INVALID, "cannot start the program: " + why);
    }
}
