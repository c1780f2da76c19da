package dev.berth.work.task;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.WorkerId;
import dev.berth.work.Claim;
import java.time.Duration;
import java.util.UUID;

/** What tests of the processor have in common. */
final class Scenes {

    private Scenes() {}

    static ProcessorSettings settings(int buffer, int executors, int slots) {
        return new ProcessorSettings("inner", buffer, executors, slots, 3, Duration.ofMinutes(5));
    }

    static Claim claim(int number) {
        return new Claim(
                new WorkerId("%08x".formatted(number)),
                new TenantId(new UUID(0, 2)),
                new TaskId(new UUID(0, number)),
                TaskType.WORKER_DEPLOY,
                "request-" + number,
                1,
                1,
                "process");
    }
}
