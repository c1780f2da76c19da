package dev.berth.edge;

import java.util.logging.LogManager;

/**
 * Keeps the log open until the process has ended; the one of the JDK closes it when told to stop.
 */
public final class LastingLogManager extends LogManager {

    /** Creates one, for {@code java.util.logging.manager}. */
    public LastingLogManager() {}

    @Override
    public void reset() {
        // nothing: it is also what the hook of the JDK calls
    }
}
