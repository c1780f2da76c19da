package dev.berth.rest.outer.task;

import dev.berth.model.Task;
import dev.berth.model.WorkerId;
import dev.berth.rest.outer.Words;
import java.time.Instant;
import java.util.Optional;

/** A task as a client sees it; one about a user has no worker. */
public record TaskView(
        String taskId,
        String type,
        Optional<String> workerId,
        String status,
        int attempts,
        String error,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    static TaskView of(Task task) {
        return new TaskView(
                task.id().toString(),
                task.type().word(),
                task.worker().map(WorkerId::value),
                Words.of(task.state()),
                task.attempts(),
                task.error(),
                task.createdAt(),
                task.finishedAt());
    }
}
