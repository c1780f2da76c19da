package dev.berth.standalone;

import dev.berth.plugin.process.ProcessRegistry;
import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.console.Progress;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.process.Identity;
import dev.berth.standalone.process.Leftovers;
import dev.berth.standalone.process.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The end of one life of Berth, asked for from outside. */
record Down(Home home, Progress progress) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TELL = Duration.ofSeconds(2);

    int run() {
        Instant since = progress.clock().instant();
        Optional<ProcessHandle> launcher =
                Identity.read(home.launcherPid()).flatMap(Identity::process);
        if (launcher.isPresent()) {
            stop(launcher.get(), since);
        }
        List<Program> left = new Leftovers(home).found();
        new Leftovers(home).stop(left, progress);
        ProcessRegistry.stopAll(home.run(), Standalone.GRACE_OF_WORKERS);
        progress.say(
                launcher.isEmpty() && left.isEmpty()
                        ? "Berth is not running in " + home.root()
                        : "Berth has stopped after %s s".formatted(progress.seconds(since)));
        return ExitCode.OK;
    }

    private void stop(ProcessHandle launcher, Instant since) {
        progress.say("Stopping Berth (process %d)".formatted(launcher.pid()));
        launcher.destroy();
        while (!ended(launcher)) {
            if (progress.clock().instant().isAfter(since.plus(PATIENCE))) {
                throw new LauncherException(
                        ExitCode.FAILURE,
                        "cannot stop Berth: its launcher, process %d, goes on after %d s; see %s, or end it with kill -9 and call ./berth down again"
                                .formatted(
                                        launcher.pid(),
                                        PATIENCE.toSeconds(),
                                        home.log("launcher")));
            }
            progress.waiting("launcher", since);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(TELL.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted while waiting for the launcher", stop);
        }
    }
}
