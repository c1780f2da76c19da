package dev.berth.work.user;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tasks about users. One is done within a transaction that locks it: nobody else does it
 * meanwhile, and who dies at it leaves it as it was. Times are the database's.
 */
public interface UserTaskQueue {

    /** How a task ended. */
    enum Ended {
        /** What it was for is done. */
        WELL,
        /** It came to no good. */
        BADLY,
        /** Somebody else does it, or did. */
        ELSEWHERE
    }

    /** Returns tasks that are due, oldest first. */
    List<UserTask> due(int most);

    /**
     * Does {@code duty} and ends the task with the reason that it returns, or well where it returns
     * none, all in one transaction. Where the duty throws, nothing is changed.
     */
    Ended run(UserTask task, Supplier<Optional<String>> duty);

    /** Makes a task due again after {@code pause}, because of {@code error}. */
    void retry(UserTask task, Duration pause, String error);

    /** Ends a task with an error. */
    void fail(UserTask task, String error);

    /** Adds a task for an existing user and returns its id; empty where there is no such user. */
    Optional<TaskId> accept(TaskType type, UserId user);
}
