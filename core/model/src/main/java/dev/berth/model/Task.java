package dev.berth.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One unit of asynchronous work: bring a worker to a generation.
 *
 * @param id its id
 * @param type what caused it
 * @param tenant whose it is
 * @param worker the worker
 * @param generation the generation to reach
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
        WorkerId worker,
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
