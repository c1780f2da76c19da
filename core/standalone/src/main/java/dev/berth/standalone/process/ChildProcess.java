package dev.berth.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that this launcher or an earlier one has started. */
public record ChildProcess(ProcessHandle handle, Path pidFile) {

    private static final Duration KILL = Duration.ofSeconds(5);

    /**
     * Starts a process whose output is added to {@code log}: on a pipe it would die with the
     * launcher. Its identity goes into {@code pidFile} for the next launcher.
     */
    static ChildProcess start(ChildCommand child, LogFile log, Path pidFile) {
        log.rotate();
        ProcessBuilder builder =
                new ProcessBuilder(child.inOwnSession())
                        .directory(pidFile.getParent().toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
                        .redirectErrorStream(true);
        builder.environment().keySet().removeIf(ChildProcess::steers);
        builder.environment().putAll(child.environment());
        try {
            Process process = builder.start();
            Identity.of(process.pid()).ifPresent(identity -> identity.write(pidFile));
            return new ChildProcess(process.toHandle(), pidFile);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot start " + String.join(" ", child.command()), failure);
        }
    }

    /** Returns the process that an earlier launcher has started, if it lives. */
    public static Optional<ChildProcess> left(Path pidFile) {
        return Identity.read(pidFile)
                .flatMap(Identity::process)
                .map(handle -> new ChildProcess(handle, pidFile));
    }

    boolean alive() {
        return handle.isAlive();
    }

    /** Waits until it has ended. */
    void await() throws InterruptedException {
        try {
            handle.onExit().get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Ends it: with {@code signal}, and by force when that has not helped within {@code grace}.
     * Idempotent.
     */
    void stop(String signal, Duration grace) {
        if (handle.isAlive()) {
            signal(signal);
            if (!ended(grace)) {
                handle.destroyForcibly();
                ended(KILL);
            }
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + pidFile, failure);
        }
    }

    private boolean ended(Duration grace) {
        try {
            handle.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return !handle.isAlive();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // Java sends TERM and KILL only
    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(handle.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot run kill", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    // what happens to be set in the operator's shell for another PostgreSQL or Liberty
    private static boolean steers(String variable) {
        return variable.startsWith("PG")
                || variable.startsWith("WLP_")
                || variable.equals("JDK_JAVA_OPTIONS");
    }
}
