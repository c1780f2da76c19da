package dev.berth.intent.source;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;

/** The manifests in {@code manifests}, and what the table there says of the bad ones. */
final class ManifestFixtures {

    private static final String SUFFIX = ".json";

    private ManifestFixtures() {}

    static List<String> names(String directory) {
        try (Stream<Path> files = Files.list(root().resolve(directory))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String directory, String name) {
        return read(root().resolve(directory).resolve(name + SUFFIX));
    }

    /** Returns by name the problems: lines of name, pointer and message, parted by {@code |}. */
    static Map<String, List<Tuple>> expected() {
        return read(root().resolve("bad.txt"))
                .lines()
                .map(line -> line.split(" *\\| *", 3))
                .collect(
                        groupingBy(
                                cells -> cells[0],
                                mapping(cells -> tuple(cells[1], cells[2]), toList())));
    }

    static List<Tuple> expected(String name) {
        return expected().getOrDefault(name, List.of());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root() {
        try {
            return Path.of(ManifestFixtures.class.getResource("manifests").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
