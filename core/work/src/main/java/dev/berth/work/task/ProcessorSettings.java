package dev.berth.work.task;

import java.time.Duration;

/**
 * What an operator sets for the processor.
 *
 * @param executor the name of this Inner; the same after a restart, and no other's
 * @param buffer how many workers it holds claims of at once; what else is due waits in the table
 * @param executors how many of them are worked on at once
 * @param slots how many claims it holds at once of workers of one runtime
 * @param tries how often an unavailable plugin is tried before the task fails
 * @param reconcileEvery how often everything is looked at
 */
public record ProcessorSettings(
        String executor, int buffer, int executors, int slots, int tries, Duration reconcileEvery) {

    public ProcessorSettings {
        if (buffer < 1 || executors < 1 || slots < 1 || tries < 1 || !reconcileEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "buffer, executors, slots, tries and reconcile-every must be positive");
        }
    }
}
