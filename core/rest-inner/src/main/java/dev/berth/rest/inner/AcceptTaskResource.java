package dev.berth.rest.inner;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.work.task.TaskQueue;
import dev.berth.work.user.UserTaskQueue;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Takes tasks in that did not come through the database. */
@Dependent
@Path("/api/v1/acceptTask")
public class AcceptTaskResource {

    private final TaskQueue queue;
    private final UserTaskQueue users;

    /** Creates it over the table of tasks. */
    @Inject
    public AcceptTaskResource(TaskQueue queue, UserTaskQueue users) {
        this.queue = queue;
        this.users = users;
    }

    /** Takes a task in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public TaskAnswer accept(TaskBody body) {
        TaskType type = body.type();
        TaskId accepted = type.aboutUser() ? ofUser(type, body) : ofWorker(type, body);
        return new TaskAnswer(accepted.toString());
    }

    private TaskId ofUser(TaskType type, TaskBody body) {
        return users.accept(type, body.user()).orElseThrow(body::unknownUser);
    }

    private TaskId ofWorker(TaskType type, TaskBody body) {
        return queue.accept(type, body.worker()).orElseThrow(body::unknownWorker);
    }

    /** The task that was taken in. */
    public record TaskAnswer(String taskId) {}
}
