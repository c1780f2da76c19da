package dev.berth.rest.outer;

import dev.berth.model.Task;
import java.time.Instant;
import java.util.Optional;

/** A task as a client sees it. */
public record TaskView(
        String taskId,
        String type,
        String workerId,
        String status,
        int attempts,
        String error,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    static TaskView of(Task task) {
        return new TaskView(
                task.id().toString(),
                task.type().word(),
                task.worker().value(),
                Words.of(task.state()),
                task.attempts(),
                task.error(),
                task.createdAt(),
                task.finishedAt());
    }
}
