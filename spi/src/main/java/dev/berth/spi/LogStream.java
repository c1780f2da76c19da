package dev.berth.spi;

import java.util.Optional;

/** Lines of a log, in the order in which each instance wrote them. Used by one thread at a time. */
public interface LogStream extends AutoCloseable {

    /**
     * Waits for the next line. Empty at the end: everything is read, or for a stream that follows,
     * the release is gone or the stream was closed.
     */
    Optional<LogLine> next();

    /** Ends the stream. Idempotent; any thread. */
    @Override
    void close();
}
