package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One Berth for all test classes that only need some Berth; it ends with the test run. */
final class SharedBerth {

    private static StartedBerth shared;
    private static boolean used;

    private SharedBerth() {}

    /** Returns it, started at the first call. */
    static synchronized StartedBerth get() {
        if (shared == null) {
            shared = start();
        }
        used = true;
        return shared;
    }

    /** Looks it through for secrets, if somebody has got it since the last time. */
    static synchronized void scan() {
        if (used) {
            used = false;
            assertThat(shared.findings()).as("what shows secrets").isEmpty();
        }
    }

    private static StartedBerth start() {
        try {
            Path home = Files.createTempDirectory("berth-e2e");
            StartedBerth berth =
                    StartedBerth.in(home)
                            .with("berth.runtime.process.start-timeout", "10s")
                            .with("berth.proxies", "127.0.0.3")
                            .up();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(berth)));
            return berth;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the end wrote belongs to no class any more: it fails the run by its exit code. */
    @SuppressWarnings("SystemOut") // nobody else is left who would say it
    private static void end(StartedBerth berth) {
        berth.down();
        List<Finding> left = berth.findingsInFiles();
        delete(berth);
        if (!left.isEmpty()) {
            new AssertionError("what shows secrets: " + left).printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void delete(StartedBerth berth) {
        try (Stream<Path> files = Files.walk(berth.home())) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
