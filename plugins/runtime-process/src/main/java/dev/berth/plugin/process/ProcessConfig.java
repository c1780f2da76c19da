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
        @Default("60s")
                @Help(
                        "how long a worker may take to become ready, and how long it may be without its listener later")
                Duration startTimeout,
        @Default("10s") @Help("how long a worker may take to stop before it is killed")
                Duration stopGrace,
        @Help("JDK that is first on a worker's PATH; the one that Berth runs on unless set")
                Optional<Path> javaHome,
        @Default("2000000000-2000065535")
                @Help(
                        "users that tenants are given where Berth runs as root, one each; 'off' to run all as Berth's own")
                String users,
        @Default("auto") @Help("whether to limit workers by control groups, where this machine can")
                ControlGroupUse cgroups,
        @Help("control group that Berth makes its own in; of version 2, or of each hierarchy of 1")
                Optional<Path> cgroupRoot,
        @Default("512") @Help("how many processes and threads one instance may have")
                int maxProcesses,
        @Default("10s")
                @Help(
                        "how long after its start the limit on a worker's CPU is lifted, at most until it is ready; 0s to limit it from the first")
                Duration cpuBoost,
        @Default("10485760") @Help("how large a file of an instance's output becomes, in bytes")
                long logMaxBytes,
        @Default("3") @Help("how many files are kept of each output of an instance") int logFiles) {

    public ProcessConfig {
        directory = directory.toAbsolutePath().normalize();
    }

    PortRange portRange() {
        return PortRange.parse(ports);
    }

    LogSettings logs() {
        return new LogSettings(logMaxBytes, logFiles);
    }

    Path jdk() {
        return javaHome.orElseGet(() -> Path.of(System.getProperty("java.home")));
    }
}
