package dev.berth.plugin.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Configurations that tests use. */
final class TestConfig {

    private static final String USERS = "2000000000-2000065535";

    private TestConfig() {}

    static ProcessConfig in(Path directory) {
        return with(directory, USERS, ControlGroupUse.AUTO, 10_485_760);
    }

    /** Returns a configuration by which all run as the user that runs the tests. */
    static ProcessConfig shared(Path directory) {
        return with(directory, "off", ControlGroupUse.OFF, 10_485_760);
    }

    static ProcessConfig smallLogs(Path directory) {
        return with(directory, USERS, ControlGroupUse.AUTO, 8_192);
    }

    private static ProcessConfig with(
            Path directory, String users, ControlGroupUse cgroups, long logMaxBytes) {
        return new ProcessConfig(
                directory,
                "20000-29999",
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Optional.empty(),
                users,
                cgroups,
                Optional.empty(),
                64,
                logMaxBytes,
                3);
    }
}
