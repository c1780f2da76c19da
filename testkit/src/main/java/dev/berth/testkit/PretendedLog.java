package dev.berth.testkit;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.berth.spi.LogLine;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.PluginException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;

/** Reads what the instances of a pretended release have written. */
final class PretendedLog implements LogStream {

    private static final int LOOK_MILLIS = 20;

    private final PretendedRelease release;
    private final boolean follow;
    private final Queue<LogLine> lines;
    private int read;
    private final CountDownLatch closed = new CountDownLatch(1);

    PretendedLog(PretendedRelease release, LogQuery query) {
        List<PretendedRelease.Written> all = release.log();
        this.release = release;
        this.follow = query.follow();
        this.lines = newest(all, query);
        this.read = all.size();
    }

    @Override
    public Optional<LogLine> next() {
        boolean more = true;
        while (lines.isEmpty() && follow && more) {
            more = !release.isGone() && !pause();
            List<LogLine> written = release.logFrom(read);
            read += written.size();
            lines.addAll(written);
        }
        return closed.getCount() == 0 ? Optional.empty() : Optional.ofNullable(lines.poll());
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private boolean pause() {
        try {
            return closed.await(LOOK_MILLIS, MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new PluginException(
                    PluginException.Kind.UNAVAILABLE, "interrupted while following a log", stop);
        }
    }

    private static Queue<LogLine> newest(List<PretendedRelease.Written> all, LogQuery query) {
        Instant since = query.since().orElse(Instant.MIN);
        ArrayDeque<LogLine> newest = new ArrayDeque<>();
        Map<Integer, Integer> taken = new HashMap<>();
        for (PretendedRelease.Written written : all.reversed()) {
            boolean wanted = !written.at().isBefore(since);
            LogLine line = written.line();
            if (wanted && taken.merge(line.instance(), 1, Integer::sum) <= query.last()) {
                newest.addFirst(line);
            }
        }
        return newest;
    }
}
