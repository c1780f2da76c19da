package dev.berth.standalone;

import java.nio.file.Path;
import java.time.Duration;

/** Stops what Inner runs: the processes of workers, which outlive it. */
@FunctionalInterface
interface Workers {

    /** Stops all that run below {@code directory}. Idempotent. */
    void stopAll(Path directory, Duration grace);
}
