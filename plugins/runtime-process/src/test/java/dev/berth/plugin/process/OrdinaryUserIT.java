package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a scene as a user without rights, from copies of the classes that it may read. */
class OrdinaryUserIT {

    private static final int NOBODY = 65_534;

    @TempDir private Path directory;

    @Test
    void tenantsAreNotKeptApartAndASecondOneIsRefused() throws Exception {
        assumeTrue(ProcessFixture.isRoot(), "needs root to become somebody else");
        String classPath =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .map(entry -> copy(entry).toString())
                        .collect(Collectors.joining(File.pathSeparator));
        Path home = Trees.create(directory.resolve("home"));
        Trees.give(home, NOBODY);
        Trees.open(directory);

        String said =
                run(List.of("-cp", classPath, OrdinaryScene.class.getName(), home.toString()));

        assertThat(said)
                .contains("Isolated=false NotRoot", "LimitsEnforced=false NoControlGroup")
                .contains("second: cannot run release '0a1b2c3d-2': another tenant's workers")
                .contains("first: 1 ready")
                .contains("restarted: 1 ready")
                .contains("deleted: Gone");
        assertThat(LeftBehind.in(home)).isEmpty();
    }

    private static String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY));
        command.addAll(List.of("--regid=" + NOBODY, "--clear-groups"));
        command.addAll(List.of(System.getProperty("java.home") + "/bin/java"));
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(arguments);
        Process scene = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(scene.getInputStream().readAllBytes(), UTF_8);
        assertThat(scene.waitFor()).as(said).isZero();
        return said;
    }

    private Path copy(Path entry) {
        Path copy = directory.resolve("classes").resolve(Integer.toHexString(entry.hashCode()));
        if (!Files.exists(entry)) {
            return copy;
        }
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(entry.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
