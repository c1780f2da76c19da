package dev.berth.intent.task;

/** Where tasks about users are kept. Needs a transaction. */
@FunctionalInterface
public interface UserTaskStore {

    /** Adds a task that is due at once. */
    void add(NewUserTask task);
}
