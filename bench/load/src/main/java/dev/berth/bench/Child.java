package dev.berth.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A server that a bench has started; it ends with the bench. */
final class Child implements AutoCloseable {

    private static final Waiting START = new Waiting(Duration.ofSeconds(30), Duration.ofMillis(50));

    private final Process process;
    private final Thread hook;

    private Child(Process process) {
        this.process = process;
        this.hook = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a server, and returns once it is ready. */
    static Child start(List<String> command, Path output, BooleanSupplier ready) {
        Command shell = new Command(Project.current().directory(), Map.of());
        Child child = new Child(shell.start(command, output));
        try {
            START.until(
                    command.getFirst() + " is ready", () -> ready.getAsBoolean() || child.ended());
            if (child.ended()) {
                throw new BenchFailure(command + " ended: " + Scratch.read(output));
            }
            return child;
        } catch (RuntimeException failure) {
            child.close();
            throw failure;
        }
    }

    CpuClock cpu() {
        return new CpuClock(process.toHandle());
    }

    private boolean ended() {
        return !process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        Command.ended(process);
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
