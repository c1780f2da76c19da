package dev.berth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Berth in a home of its own, on ports of its own; both are gone when it is closed. */
final class StartedBerth implements AutoCloseable {

    private static final List<String> PORTS =
            List.of(
                    "outer",
                    "inner",
                    "edge",
                    "postgres",
                    "kafka",
                    "kafka-controller",
                    "edge-control",
                    "management",
                    "admin");
    private static final Waiting START = new Waiting(Duration.ofMinutes(3), Duration.ofMillis(20));

    private final Scratch home = Scratch.create();
    private final Map<String, Integer> ports = Ports.free(PORTS);
    private final Command shell =
            new Command(
                    Project.current().directory(),
                    Map.of("BERTH_HOME", home.directory().toString()));
    private final Thread hook = new Thread(this::end);
    private Optional<Process> launcher = Optional.empty();

    StartedBerth() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Returns one whose workers only pretend to run; those of runtime {@code sleeping} take long.
     */
    static StartedBerth pretending() {
        StartedBerth berth = new StartedBerth();
        Scratch.copy(Project.current().pretending(), berth.home().resolve("plugins/pretending"));
        return berth.with("berth.runtime", "process,pretending,sleeping")
                .with("berth.runtime.pretending.use", "pretending")
                .with("berth.runtime.sleeping.use", "pretending")
                .with("berth.runtime.sleeping.pause", "60s");
    }

    /** Adds a line to the operator's settings, before the start. */
    StartedBerth with(String key, String value) {
        try {
            Files.writeString(
                    home.file("berth.properties"),
                    key + "=" + value + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it, and returns once it says that it is ready. */
    StartedBerth up() {
        List<String> command = new ArrayList<>(List.of("./berth", "up"));
        ports.forEach((name, port) -> command.addAll(List.of("--port", name + "=" + port)));
        Path output = home.write("up.log", "").toAbsolutePath();
        Process process = shell.start(command, output);
        launcher = Optional.of(process);
        START.until(
                "./berth up",
                () -> !process.isAlive() || Scratch.read(output).contains("berth deploy"));
        if (!process.isAlive()) {
            throw new BenchFailure("./berth up ended: " + Scratch.read(output));
        }
        return this;
    }

    void down() {
        shell.run(List.of("./berth", "down"), home.file("down.log"));
        launcher.ifPresent(Command::ended);
        launcher = Optional.empty();
    }

    /** The clock of all its processes: the launcher with Kafka, PostgreSQL, Liberty, the edge. */
    CpuClock cpu() {
        return new CpuClock(launcher.orElseThrow().toHandle());
    }

    /** Returns how many lines of the gateways' log contain {@code text}. */
    long logged(String text) {
        try (Stream<Path> files = Files.list(home.file("logs").resolve("liberty"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("messages"))
                    .flatMap(file -> Scratch.read(file).lines())
                    .filter(line -> line.contains(text))
                    .count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Command shell() {
        return shell;
    }

    int port(String name) {
        return ports.get(name);
    }

    Path home() {
        return home.directory();
    }

    /** Returns the content of one of the files in {@code secrets}. */
    String secret(String name) {
        return Scratch.read(home.file("secrets").resolve(name)).strip();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        end();
    }

    private void end() {
        if (launcher.isPresent()) {
            down();
        }
        home.close();
    }
}
