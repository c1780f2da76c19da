package dev.berth.standalone.log;

import java.util.logging.LogManager;

/** Goes on logging while the JVM shuts down, which is when the children are stopped. */
public final class LauncherLogManager extends LogManager {

    @Override
    public void reset() {
        // called by the JVM's own shutdown hook, at the same time as ours
    }
}
