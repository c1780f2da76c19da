package dev.berth.standalone;

import dev.berth.standalone.console.Progress;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.process.ChildProcess;
import dev.berth.standalone.process.Program;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** What tests around real servers share. */
public final class TestPlan {

    private TestPlan() {}

    public static Progress quiet() {
        return new Progress(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                InstantSource.system());
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the process id of the child now, or 0. */
    public static long pid(Program program, Home home) {
        return ChildProcess.left(program.pidFile(home)).map(it -> it.handle().pid()).orElse(0L);
    }

    /** Kills the child as {@code kill -9} would, and returns what its id was. */
    public static long kill(Program program, Home home) {
        ProcessHandle handle = ChildProcess.left(program.pidFile(home)).orElseThrow().handle();
        handle.destroyForcibly();
        handle.onExit().join();
        return handle.pid();
    }

    public static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(condition);
    }
}
