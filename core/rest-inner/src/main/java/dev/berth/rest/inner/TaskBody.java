package dev.berth.rest.inner;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.TaskType;
import dev.berth.model.WorkerId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A task that somebody wants done. */
public record TaskBody(String taskType, TaskInfo taskInfo) {

    /** What the task is about. */
    public record TaskInfo(String workerId) {}

    TaskType type() {
        return TaskType.parse(taskType)
                .filter(TaskBody::acceptable)
                .orElseThrow(() -> impossible("/task_type", "must be one of " + acceptable()));
    }

    WorkerId worker() {
        return WorkerId.parse(taskInfo.workerId()).orElseThrow(this::unknownWorker);
    }

    Refusal unknownWorker() {
        return impossible("/task_info/worker_id", "there is no such worker");
    }

    private static boolean acceptable(TaskType type) {
        return type != TaskType.WORKER_RECONCILE;
    }

    private static String acceptable() {
        return Arrays.stream(TaskType.values())
                .filter(TaskBody::acceptable)
                .map(TaskType::word)
                .collect(Collectors.joining(", "));
    }

    private static Refusal impossible(String pointer, String message) {
        return Refusal.of(
                Refusal.Kind.IMPOSSIBLE,
                "cannot accept the task",
                List.of(new Problem(pointer, message)));
    }
}
