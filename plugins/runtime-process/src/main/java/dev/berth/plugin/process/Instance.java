package dev.berth.plugin.process;

import dev.berth.spi.ReleaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The files of instance {@code number} of a release. */
record Instance(ReleaseId release, int number, Path directory) {

    private static final List<String> RUN =
            List.of("pid", "exit", "started", "boosted", "ready", "silent", "stopped");
    private static final List<String> HISTORY = List.of("restarts", "rejected", "moved", "spec");

    Path home() {
        return directory.resolve("home");
    }

    StateFile file(String name) {
        return new StateFile(directory.resolve(name));
    }

    StateFile pid() {
        return file("pid");
    }

    StateFile ready() {
        return file("ready");
    }

    /** Is there while its limit on the CPU is lifted. */
    StateFile boosted() {
        return file("boosted");
    }

    StateFile stopped() {
        return file("stopped");
    }

    StateFile moved() {
        return file("moved");
    }

    /** Returns since when it does not listen any more. */
    StateFile silent() {
        return file("silent");
    }

    StateFile rejected() {
        return file("rejected");
    }

    /** Returns the session that was started last, dead or alive. */
    Optional<Session> session() {
        return pid().read()
                .flatMap(ProcessIdentity::parse)
                .map(leader -> new Session(leader, home(), groups()));
    }

    /** Returns the control groups that it was started in last. */
    List<ControlGroup> groups() {
        return file("groups").read().stream()
                .flatMap(String::lines)
                .map(path -> new ControlGroup(Path.of(path)))
                .toList();
    }

    StateFile started() {
        return file("started");
    }

    /** Returns when it was started, by the runtime's clock. */
    Instant startedAt() {
        return started().read().map(Instant::parse).orElseGet(() -> modified("pid"));
    }

    /** Returns how the program ended; only for an instance whose session has a dead leader. */
    Exit exit() {
        StateFile exit = file("exit");
        // the shim outlives everything but SIGKILL
        if (!exit.exists()) {
            exit.write("137");
        }
        int code = Integer.parseInt(exit.read().orElse("137"));
        return new Exit(code, modified("pid"), modified("exit"), cause());
    }

    private Optional<String> cause() {
        return silent().exists()
                ? Optional.of("Berth ended it, because it did not listen any more")
                : Cause.of(groups());
    }

    OptionalInt port() {
        return file("port").read().stream().mapToInt(Integer::parseInt).findFirst();
    }

    Restarts restarts() {
        return file("restarts").read().map(Restarts::parse).orElse(Restarts.NONE);
    }

    /** Forgets the last run, to begin the next. */
    void forgetRun() {
        RUN.forEach(name -> file(name).delete());
    }

    /** Forgets everything but the output; only for an instance of which nothing runs. */
    void forget() {
        groups().forEach(ControlGroup::end);
        file("groups").delete();
        forgetRun();
        HISTORY.forEach(name -> file(name).delete());
        Trees.delete(directory.resolve("tmp"));
        Trees.delete(home());
    }

    String owner() {
        return release + "/" + number;
    }

    private Instant modified(String name) {
        try {
            return Files.getLastModifiedTime(directory.resolve(name)).toInstant();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + directory.resolve(name), failure);
        }
    }
}
