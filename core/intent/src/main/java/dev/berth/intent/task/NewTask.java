package dev.berth.intent.task;

import dev.berth.model.Cause;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.WorkerId;
import java.time.Instant;

/**
 * A task to be.
 *
 * @param id its id
 * @param type what causes it
 * @param tenant whose it is
 * @param worker the worker to bring to a generation
 * @param generation the generation
 * @param cause what caused it
 * @param afresh whether what had failed is to be tried again
 * @param createdAt when
 */
public record NewTask(
        TaskId id,
        TaskType type,
        TenantId tenant,
        WorkerId worker,
        long generation,
        Cause cause,
        boolean afresh,
        Instant createdAt) {}
