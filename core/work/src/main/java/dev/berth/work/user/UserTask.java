package dev.berth.work.user;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;

/**
 * A task about a user that is due.
 *
 * @param id its id
 * @param type what is to be done
 * @param user for whom
 * @param tenant his personal tenant
 * @param requestId the request that caused it
 * @param tries how often it was tried before
 */
public record UserTask(
        TaskId id, TaskType type, UserId user, TenantId tenant, String requestId, int tries) {}
