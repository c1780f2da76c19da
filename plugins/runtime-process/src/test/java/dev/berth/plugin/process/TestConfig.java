package dev.berth.plugin.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Configurations that tests use. */
final class TestConfig {

    private TestConfig() {}

    static ProcessConfig in(Path directory) {
        return new ProcessConfig(
                directory,
                "20000-29999",
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Optional.empty());
    }
}
