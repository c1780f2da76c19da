package dev.berth.standalone;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.home.CliSettings;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.process.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Makes sure that one launcher at a time runs a home. The system frees it with the process. */
record HomeLock(Home home, FileChannel channel) implements AutoCloseable {

    /**
     * Takes the lock, and writes down who has it.
     *
     * @throws LauncherException if another launcher has it
     */
    static HomeLock take(Home home) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                channel.close();
                throw new LauncherException(ExitCode.ALREADY_RUNNING, running(home));
            }
            Identity.of(ProcessHandle.current().pid())
                    .ifPresent(identity -> identity.write(home.launcherPid()));
            return new HomeLock(home, channel);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock " + home.lock(), failure);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(home.launcherPid());
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unlock " + home.lock(), failure);
        }
    }

    private static String running(Home home) {
        String who =
                Identity.read(home.launcherPid())
                        .map(identity -> "process " + identity.pid())
                        .orElse("another process");
        String where = CliSettings.url(home).map(url -> ", and answers at " + url).orElse("");
        return "Berth is already running in %s: it is %s%s; end it with ./berth down --home %s, or choose another --home"
                .formatted(home.root(), who, where, home.root());
    }
}
