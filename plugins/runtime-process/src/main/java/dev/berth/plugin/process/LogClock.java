package dev.berth.plugin.process;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Notes how far the outputs have come, about once a second, one thread for all: what programs write
 * has no times in it. Looks more seldom the longer a look takes. Safe for use by several threads.
 */
final class LogClock implements AutoCloseable {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final Path directory;
    private final InstantSource clock;
    private final Map<OutputFiles, LogPlace> noted = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Lookout lookout;

    /** Creates one for the releases in {@code directory}, which is stopped yet. */
    LogClock(Path directory, InstantSource clock, System.Logger logger) {
        this.directory = directory;
        this.clock = clock;
        lookout = new Lookout("berth-log-clock", OFTEN, this::timedLook, logger);
    }

    void start() {
        lookout.start();
    }

    /** Returns a place before all that came to the output at {@code since} or later. */
    LogPlace place(OutputFiles output, Instant since) {
        note(output);
        return new LogMarks(output).place(since);
    }

    private Duration timedLook() {
        long start = System.nanoTime();
        look();
        return Lookout.rest(System.nanoTime() - start, OFTEN);
    }

    /** Notes how far each output has come. */
    void look() {
        Set<OutputFiles> there = new HashSet<>();
        for (ReleaseDirectory release : ReleaseDirectory.all(directory)) {
            for (Instance instance : release.instances()) {
                there.addAll(OutputFiles.of(instance));
            }
        }
        there.forEach(this::note);
        lock.lock();
        try {
            noted.keySet().retainAll(there);
        } finally {
            lock.unlock();
        }
    }

    private void note(OutputFiles output) {
        lock.lock();
        try {
            LogPlace end = LogPlace.end(output);
            if (!end.equals(LogPlace.START) && !end.equals(noted.get(output))) {
                // in this order: all that is before the place was written before the moment
                new LogMarks(output).add(clock.instant(), end);
                noted.put(output, end);
            }
        } catch (UncheckedIOException gone) {
            // a full disk, or a release that is deleted meanwhile: lines count as later ones then
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lookout.close();
    }
}
