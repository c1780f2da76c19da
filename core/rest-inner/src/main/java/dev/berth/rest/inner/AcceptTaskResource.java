package dev.berth.rest.inner;

import dev.berth.work.TaskQueue;
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

    /** Creates it over the table of tasks. */
    @Inject
    public AcceptTaskResource(TaskQueue queue) {
        this.queue = queue;
    }

    /** Takes a task in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public TaskAnswer accept(TaskBody body) {
        return queue.accept(body.type(), body.worker())
                .map(id -> new TaskAnswer(id.toString()))
                .orElseThrow(body::unknownWorker);
    }

    /** The task that was taken in. */
    public record TaskAnswer(String taskId) {}
}
