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
import java.util.stream.Stream;

/**
 * What this machine must have.
 *
 * @param setsid the program that begins a session
 * @param ephemeral ports that the kernel hands out itself
 */
record Host(Path setsid, PortRange ephemeral) {

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
        List<Path> found =
                Stream.of("/usr/bin/setsid", "/bin/setsid")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .toList();
        if (found.isEmpty()) {
            problems.add("it has no setsid; install the package util-linux");
        }
        if (!problems.isEmpty()) {
            throw new PluginException(
                    DENIED,
                    "cannot run workers as processes of this machine: "
                            + String.join("; ", problems));
        }
        return new Host(found.getFirst(), ephemeralPorts());
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

    /** Returns the command that runs a program in a session of its own. */
    List<String> session(Path shim, Instance instance, List<String> command) {
        List<String> session =
                new ArrayList<>(
                        List.of(
                                setsid.toString(),
                                SHELL.toString(),
                                shim.toString(),
                                instance.directory().toString()));
        session.addAll(command);
        return session;
    }

    /** Writes the program that leads each session. */
    static Path installShim(Path directory) {
        try (InputStream resource = Host.class.getResourceAsStream("shim.sh")) {
            StateFile shim = new StateFile(directory.resolve("shim.sh"));
            shim.write(new String(resource.readAllBytes(), UTF_8));
            return shim.path();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the shim in the plugin's jar", failure);
        }
    }

    private static PortRange ephemeralPorts() {
        String[] bounds = KernelSetting.PORTS.value().orElse("32768 60999").split("\\s+", 2);
        return new PortRange(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]));
    }
}
