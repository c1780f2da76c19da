package dev.berth.plugin.process;

import dev.berth.spi.ReleaseId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The files of one release. */
record ReleaseDirectory(ReleaseId id, Path path) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern RELEASE = Pattern.compile("[0-9a-f]{8}-[1-9][0-9]{0,17}");

    /** Returns what is kept of releases in the runtime's directory. */
    static List<ReleaseDirectory> all(Path directory) {
        return Trees.names(directory).stream()
                .filter(name -> RELEASE.matcher(name).matches())
                .map(name -> of(directory, ReleaseId.parse(name)))
                .toList();
    }

    static ReleaseDirectory of(Path directory, ReleaseId id) {
        return new ReleaseDirectory(id, directory.resolve(id.toString()));
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Returns whose it is. */
    StateFile tenant() {
        return new StateFile(path.resolve("tenant"));
    }

    Path app() {
        return path.resolve("app");
    }

    Instance instance(int number) {
        return new Instance(id, number, path.resolve(Integer.toString(number)));
    }

    /** Returns the instances there were ever, by number. */
    List<Instance> instances() {
        return Trees.names(path).stream()
                .filter(name -> NUMBER.matcher(name).matches())
                .map(Integer::parseInt)
                .sorted()
                .map(this::instance)
                .toList();
    }
}
