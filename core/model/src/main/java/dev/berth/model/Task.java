package dev.berth.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One unit of asynchronous work: bring a worker to a generation, or do something for a user.
 *
 * @param id its id
 * @param type what caused it
 * @param tenant whose it is
 * @param worker the worker; empty where it is about a user
 * @param generation the generation to reach, of a worker
 * @param state how far it is
 * @param attempts how often it was begun
 * @param error why the last attempt failed; may be empty
 * @param createdAt when it was accepted
 * @param finishedAt when it ended
 */
public record Task(
        TaskId id,
        TaskType type,
        TenantId tenant,
        Optional<WorkerId> worker,
        long generation,
        State state,
        int attempts,
        String error,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    /** How far a task is; a client reads it in lower case. */
    public enum State {
        PENDING,
        RUNNING,
        RETRYING,
        SUCCEEDED,
        FAILED
    }
}
