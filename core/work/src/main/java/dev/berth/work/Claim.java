package dev.berth.work;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.WorkerId;

/**
 * The right to work on one worker for as long as the lease lasts.
 *
 * @param worker the worker
 * @param tenant whose it is
 * @param task the oldest task that asks for it; its id is the operation's idempotency token
 * @param type what caused that task
 * @param requestId the request that caused it
 * @param attempt the fence: grows with every claim of this worker
 * @param tries how often this task was begun since it last made progress, from 1
 * @param runtime the instance that runs the worker
 */
public record Claim(
        WorkerId worker,
        TenantId tenant,
        TaskId task,
        TaskType type,
        String requestId,
        long attempt,
        int tries,
        String runtime) {}
