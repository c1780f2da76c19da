package dev.berth.intent.task;

import dev.berth.model.TaskId;

/** Tells Inner of a task that is committed. */
@FunctionalInterface
public interface Announcer {

    /**
     * Announces {@code task}, once, waiting at most 50 ms. Never throws: Inner finds an unannounced
     * task by itself, only later.
     */
    void announce(TaskId task);
}
