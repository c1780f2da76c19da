package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.UNAVAILABLE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.berth.spi.LogLine;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.PluginException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;

/** Reads the outputs of all instances of a release, and looks for more while it follows. */
final class ReleaseLog implements LogStream {

    private static final int LOOK_MILLIS = 100;

    private final ReleaseDirectory release;
    private final boolean follow;
    private final Map<OutputFiles, LogFile> files = new LinkedHashMap<>();
    private final Queue<LogLine> read = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ReleaseLog(ReleaseDirectory release, LogQuery query, LogClock clock) {
        this.release = release;
        this.follow = query.follow();
        for (Instance instance : release.instances()) {
            InstanceLog.from(instance, query.last(), output -> earliest(output, query, clock))
                    .forEach(this::add);
        }
    }

    private static LogPlace earliest(OutputFiles output, LogQuery query, LogClock clock) {
        return query.since().map(since -> clock.place(output, since)).orElse(LogPlace.START);
    }

    @Override
    public Optional<LogLine> next() {
        while (read.isEmpty() && !isClosed()) {
            boolean gone = !release.exists();
            files.values().forEach(file -> read.addAll(file.read(!follow)));
            if (read.isEmpty() && (!follow || gone || pause())) {
                return Optional.empty();
            }
            discover();
        }
        return isClosed() ? Optional.empty() : Optional.of(read.remove());
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** Takes in the instances that came since. */
    private void discover() {
        if (follow) {
            for (Instance instance : release.instances()) {
                OutputFiles.of(instance)
                        .forEach(output -> add(new LogFile(output, LogPlace.START)));
            }
        }
    }

    private void add(LogFile file) {
        files.putIfAbsent(file.output(), file);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private boolean pause() {
        try {
            return closed.await(LOOK_MILLIS, MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new PluginException(
                    UNAVAILABLE, "interrupted while following the log of " + release.id(), stop);
        }
    }
}
