package dev.berth.plugin.process;

import dev.berth.spi.Default;
import dev.berth.spi.Help;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the process runtime is set up. */
public record ProcessConfig(
        @Help("directory that holds what runs, private to Berth") Path directory,
        @Default("20000-29999")
                @Help(
                        "ports that workers are given; those of the kernel's ephemeral range are left out")
                String ports,
        @Default("60s") @Help("how long a worker may take to become ready") Duration startTimeout,
        @Default("10s") @Help("how long a worker may take to stop before it is killed")
                Duration stopGrace,
        @Help("JDK that is first on a worker's PATH; the one that Berth runs on unless set")
                Optional<Path> javaHome) {

    public ProcessConfig {
        directory = directory.toAbsolutePath().normalize();
    }

    PortRange portRange() {
        return PortRange.parse(ports);
    }

    Path jdk() {
        return javaHome.orElseGet(() -> Path.of(System.getProperty("java.home")));
    }
}
