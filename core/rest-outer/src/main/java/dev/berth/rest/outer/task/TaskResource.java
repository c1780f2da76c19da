package dev.berth.rest.outer.task;

import dev.berth.intent.task.Tasks;
import dev.berth.intent.worker.Requeues;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.rest.PageQuery;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Lists;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows tasks, and has them tried again. */
@Dependent
@Path("/api/v1/task")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "task")
public class TaskResource {

    private final Tasks tasks;
    private final Requeues requeues;
    private final CurrentCaller caller;

    /** Creates it over the use cases. */
    @Inject
    public TaskResource(Tasks tasks, Requeues requeues, CurrentCaller caller) {
        this.tasks = tasks;
        this.requeues = requeues;
        this.caller = caller;
    }

    /** Lists tasks. */
    @GET
    @Needs(Scope.READ)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = TaskView.class)))
    @Operation(summary = "Lists tasks, newest first; the header X-Total-Count counts them all")
    public Response list(@BeanParam PageQuery page) {
        return Lists.answer(tasks.list(caller.get(), page.page()).map(TaskView::of));
    }

    /** Shows a task. */
    @GET
    @Path("{id}")
    @Needs(Scope.READ)
    @Operation(summary = "Shows a task")
    public TaskView find(@PathParam("id") String id) {
        return TaskView.of(tasks.find(caller.get(), id));
    }

    /** Has tried again what has failed. */
    @POST
    @Path("{id}/requeue")
    @Needs(value = Scope.ADMIN, role = Role.OWNER)
    @Audited("task.requeue")
    @Operation(summary = "Tries again what a failed task was for; answers with the new task")
    public TaskView requeue(@PathParam("id") String id) {
        return TaskView.of(requeues.requeue(caller.get(), id, caller.cause()));
    }
}
