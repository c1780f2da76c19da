package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.DENIED;
import static dev.berth.spi.PluginException.Kind.INVALID;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.spi.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine must have.
 *
 * @param ephemeral ports that the kernel hands out itself
 */
record Host(PortRange ephemeral) {

    /** Where the programs of the system are; a developer's PATH has no say. */
    static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

    private static final Path SHELL = Path.of("/bin/sh");

    /** Returns this machine's, or says what it lacks. */
    static Host examine() {
        List<String> problems = new ArrayList<>();
        if (ProcessIdentity.currentBoot().isEmpty() || !Files.exists(Path.of("/proc/self/stat"))) {
            problems.add("it has no /proc as Linux has it");
        }
        if (!Files.isExecutable(SHELL)) {
            problems.add("it has no /bin/sh");
        }
        if (find("setsid").isEmpty()) {
            problems.add("it has no setsid; install the package util-linux");
        }
        if (find("split").isEmpty() || find("mkfifo").isEmpty()) {
            problems.add("it has no split and mkfifo; install the package coreutils");
        }
        if (!problems.isEmpty()) {
            throw new PluginException(
                    DENIED,
                    "cannot run workers as processes of this machine: "
                            + String.join("; ", problems));
        }
        return new Host(ephemeralPorts());
    }

    /** Refuses a range of which nothing would be left. */
    PortRange check(PortRange range) {
        if (range.without(ephemeral, 0).isEmpty()) {
            throw new PluginException(
                    INVALID,
                    "cannot use the ports %d-%d: the kernel hands them out itself (%d-%d)"
                            .formatted(
                                    range.first(),
                                    range.last(),
                                    ephemeral.first(),
                                    ephemeral.last()));
        }
        return range;
    }

    /** Writes a script that comes with the plugin. */
    static Path install(String name, Path directory) {
        try (InputStream resource = Host.class.getResourceAsStream(name)) {
            StateFile script = new StateFile(directory.resolve(name));
            script.write(new String(resource.readAllBytes(), UTF_8));
            return script.path();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + name + " in the plugin's jar", failure);
        }
    }

    /** Returns where a program of the system is. */
    static Optional<Path> find(String program) {
        return Stream.of(PATH.split(":", -1))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static PortRange ephemeralPorts() {
        String[] bounds = KernelSetting.PORTS.value().orElse("32768 60999").split("\\s+", 2);
        return new PortRange(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]));
    }
}
