package dev.berth.intent.worker;

import dev.berth.model.WorkerId;
import java.io.InputStream;

/** Fetches logs from Inner, which alone can reach the runtimes. */
@FunctionalInterface
public interface InnerLogs {

    /**
     * Opens the lines as JSON objects, one per line, in UTF-8; the caller closes the stream.
     * Refuses with {@code UNAVAILABLE} where Inner is away.
     */
    InputStream open(WorkerId worker, LogRequest request);
}
