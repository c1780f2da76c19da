package dev.berth.rest.outer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.WorkerId;
import dev.berth.rest.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The exact JSON that clients were written for. */
class TaskViewTest {

    private static final Instant THEN = Instant.parse("2026-11-21T10:00:00.123456Z");
    private static final UUID ID = new UUID(0, 1);

    @Test
    void taskThatRuns() {
        Task task =
                new Task(
                        new TaskId(ID),
                        TaskType.WORKER_DEPLOY,
                        new TenantId(ID),
                        Optional.of(new WorkerId("0123abcd")),
                        2,
                        Task.State.RETRYING,
                        3,
                        "no room",
                        THEN,
                        Optional.empty());

        assertThat(Json.write(TaskView.of(task)))
                .isEqualTo(
                        "{\"task_id\":\"00000000-0000-0000-0000-000000000001\","
                                + "\"type\":\"worker.deploy\",\"worker_id\":\"0123abcd\","
                                + "\"status\":\"retrying\",\"attempts\":3,\"error\":\"no room\","
                                + "\"created_at\":\"2026-11-21T10:00:00.123456Z\"}");
    }
}
