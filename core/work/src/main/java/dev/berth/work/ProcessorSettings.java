package dev.berth.work;

import java.time.Duration;

/**
 * How the processor goes about its work.
 *
 * @param executor the name of this Inner; the same after a restart
 * @param executors how many workers are worked on at once
 * @param tries how often an unavailable plugin is tried before the task fails
 * @param reconcileEvery how often everything is looked at
 */
public record ProcessorSettings(
        String executor, int executors, int tries, Duration reconcileEvery) {

    public ProcessorSettings {
        if (executors < 1 || tries < 1 || !reconcileEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "executors, tries and reconcile-every must be positive");
        }
    }
}
