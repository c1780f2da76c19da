package dev.berth.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies what a build of the SPI and the testkit needs, so that this build is not disturbed. */
final class CopiedClone {

    private CopiedClone() {}

    static Path copy(Path root, Path to) throws IOException {
        for (Path file : files(root)) {
            Path target = to.resolve(root.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return to;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> poms = Files.find(root, 3, (path, _) -> isPom(root.relativize(path)));
                Stream<Path> wrapper = Files.walk(root.resolve(".mvn"));
                Stream<Path> spi = Files.walk(root.resolve("spi/src/main"));
                Stream<Path> testkit = Files.walk(root.resolve("testkit/src/main"))) {
            return Stream.of(Stream.of(root.resolve("mvnw")), poms, wrapper, spi, testkit)
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static boolean isPom(Path path) {
        return path.endsWith("pom.xml")
                && Stream.of("target", "node_modules").noneMatch(path.toString()::contains);
    }
}
