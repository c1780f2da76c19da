package dev.berth.rest.inner;

import dev.berth.model.WorkerId;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import java.util.OptionalLong;

/** The use case that opens logs. */
@FunctionalInterface
public interface WorkerLogSource {

    /** Opens the log of a version, or of the newest that runs; the caller closes it. */
    Opened open(WorkerId worker, OptionalLong version, LogQuery query);

    /** An open log, and of which version it is. */
    record Opened(long version, LogStream lines) {}
}
