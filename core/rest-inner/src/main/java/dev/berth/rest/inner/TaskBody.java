package dev.berth.rest.inner;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.TaskType;
import dev.berth.model.UserId;
import dev.berth.model.WorkerId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A task that somebody wants done. */
public record TaskBody(String taskType, TaskInfo taskInfo) {

    private static final String WORKER = "/task_info/worker_id";
    private static final String USER = "/task_info/user_uid";

    /** What the task is about: a worker or, by its type, a user. */
    public record TaskInfo(Optional<String> workerId, Optional<String> userUid) {}

    TaskType type() {
        return TaskType.parse(taskType)
                .filter(TaskBody::acceptable)
                .orElseThrow(() -> impossible("/task_type", "must be one of " + acceptable()));
    }

    WorkerId worker() {
        String id = given(taskInfo.workerId().orElse(""), WORKER);
        mustNotBe(taskInfo.userUid().isPresent(), USER, "a worker");
        return WorkerId.parse(id).orElseThrow(this::unknownWorker);
    }

    UserId user() {
        String id = given(taskInfo.userUid().orElse(""), USER);
        mustNotBe(taskInfo.workerId().isPresent(), WORKER, "a user");
        return UserId.parse(id).orElseThrow(this::unknownUser);
    }

    Refusal unknownWorker() {
        return impossible(WORKER, "there is no such worker");
    }

    Refusal unknownUser() {
        return impossible(USER, "there is no such user");
    }

    private static String given(String text, String pointer) {
        if (text.isEmpty()) {
            throw malformed(pointer, "is missing");
        }
        return text;
    }

    private void mustNotBe(boolean there, String pointer, String what) {
        if (there) {
            throw malformed(pointer, "does not go with " + taskType + ", which is about " + what);
        }
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

    private static Refusal malformed(String pointer, String message) {
        return refusal(Refusal.Kind.MALFORMED, pointer, message);
    }

    private static Refusal impossible(String pointer, String message) {
        return refusal(Refusal.Kind.IMPOSSIBLE, pointer, message);
    }

    private static Refusal refusal(Refusal.Kind kind, String pointer, String message) {
        return Refusal.of(kind, "cannot accept the task", List.of(new Problem(pointer, message)));
    }
}
