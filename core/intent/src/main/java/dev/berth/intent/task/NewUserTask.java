package dev.berth.intent.task;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;

/**
 * A task about a user to be.
 *
 * @param id its id
 * @param type what causes it
 * @param tenant the user's personal tenant
 * @param user the user, who also caused it
 * @param createdAt when
 */
public record NewUserTask(
        TaskId id, TaskType type, TenantId tenant, UserId user, Instant createdAt) {}
