package dev.berth.spi;

import java.nio.file.Path;
import java.time.InstantSource;

/** What Berth lends to one instance for as long as it lives. Safe for use by several threads. */
public interface PluginContext {

    /** Returns the name that the operator gave to the instance. */
    String instance();

    /** Returns a directory of this instance's own; it exists, is private, and outlives restarts. */
    Path directory();

    /** Returns the clock to take every time from. */
    InstantSource clock();

    /** Returns the logger of this instance. */
    System.Logger logger();

    /** Returns the sources that application developers have uploaded. */
    Sources sources();

    /**
     * Asks Berth to reconcile {@code release} soon, because what runs of it has changed by itself.
     * Any thread, any time; never blocks, never throws. A hint that may be lost, and counts for
     * nothing once the instance is closed: who must be heard repeats it.
     */
    void changed(ReleaseId release);
}
