package dev.berth.rest.outer.usage;

import dev.berth.intent.worker.Usages;
import dev.berth.model.Caller;
import dev.berth.model.Scope;
import dev.berth.rest.LateAnswer;
import dev.berth.rest.UsageView;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what workers use. */
@Dependent
@Path("/api/v1/worker/{id}/usage")
@Tag(name = "worker")
public class UsageResource {

    private final Usages usages;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public UsageResource(Usages usages, CurrentCaller caller) {
        this.usages = usages;
        this.caller = caller;
    }

    /** Shows it. */
    @GET
    @Needs(Scope.READ)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description = "each running instance; none where the runtime cannot tell",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UsageView.class)))
    @Operation(summary = "Shows how much CPU and memory a worker's instances use")
    public void usage(@PathParam("id") String id, @Suspended AsyncResponse answer) {
        Caller asking = caller.get();
        LateAnswer.give(answer, () -> UsageView.of(usages.of(asking, id)));
    }
}
