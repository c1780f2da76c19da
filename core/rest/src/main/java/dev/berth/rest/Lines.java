package dev.berth.rest;

import java.util.Optional;

/** Lines of JSON from somewhere. */
public interface Lines extends AutoCloseable {

    /** Waits for the next line; empty at the end. */
    Optional<String> next();

    /** Ends the waiting. Idempotent; any thread. */
    @Override
    void close();
}
