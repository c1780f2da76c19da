package dev.berth.rest.inner;

import dev.berth.rest.Json;
import dev.berth.rest.Lines;
import dev.berth.spi.LogLine;
import java.util.Locale;
import java.util.Optional;

/** The lines of an open log, as JSON. */
final class WorkerLines implements Lines {

    private final WorkerLogSource.Opened log;

    WorkerLines(WorkerLogSource.Opened log) {
        this.log = log;
    }

    @Override
    public Optional<String> next() {
        return log.lines().next().map(line -> Json.write(LineView.of(log.version(), line)));
    }

    @Override
    public void close() {
        log.lines().close();
    }

    /** A line as a client sees it. */
    record LineView(long versionId, int instance, String stream, String line) {

        static LineView of(long version, LogLine written) {
            return new LineView(
                    version,
                    written.instance(),
                    written.stream().name().toLowerCase(Locale.ROOT),
                    written.text());
        }
    }
}
