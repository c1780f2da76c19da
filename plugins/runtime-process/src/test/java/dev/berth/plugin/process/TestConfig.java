package dev.berth.plugin.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Configurations that tests use. */
final class TestConfig {

    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final String USERS = "2000000000-2000065535";

    private TestConfig() {}

    static ProcessConfig in(Path directory) {
        return with(directory, USERS, ControlGroupUse.AUTO, SHORT, 10_485_760);
    }

    /** Returns a configuration that gives programs a minute to become ready. */
    static ProcessConfig patient(Path directory) {
        return with(directory, USERS, ControlGroupUse.AUTO, Duration.ofMinutes(1), 10_485_760);
    }

    /** Returns a configuration by which all run as the user that runs the tests. */
    static ProcessConfig shared(Path directory) {
        return with(directory, "off", ControlGroupUse.OFF, SHORT, 10_485_760);
    }

    static ProcessConfig smallLogs(Path directory) {
        return with(directory, USERS, ControlGroupUse.AUTO, SHORT, 8_192);
    }

    private static ProcessConfig with(
            Path directory,
            String users,
            ControlGroupUse cgroups,
            Duration startTimeout,
            long logMaxBytes) {
        return new ProcessConfig(
                directory,
                "20000-29999",
                startTimeout,
                Duration.ofSeconds(10),
                Optional.empty(),
                users,
                cgroups,
                Optional.empty(),
                64,
                Duration.ofSeconds(30),
                logMaxBytes,
                3);
    }
}
