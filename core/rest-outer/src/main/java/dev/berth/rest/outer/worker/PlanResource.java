package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.PlanRequest;
import dev.berth.intent.worker.Plans;
import dev.berth.model.Caller;
import dev.berth.model.Scope;
import dev.berth.rest.LateAnswer;
import dev.berth.rest.PlanView;
import dev.berth.rest.outer.ChangesNothing;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells beforehand what deploys would do. */
@Dependent
@Path("/api/v1/worker/plan")
@Tag(name = "worker")
public class PlanResource {

    private final Plans plans;
    private final CurrentCaller caller;
    private final DefaultNames defaults;

    /** Creates it over the use case. */
    @Inject
    public PlanResource(Plans plans, CurrentCaller caller, DefaultNames defaults) {
        this.plans = plans;
        this.caller = caller;
        this.defaults = defaults;
    }

    /** Tells it. */
    @POST
    @Needs(Scope.DEPLOY)
    @ChangesNothing
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description = "the steps, each with its time and the shares of the traffic after it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanView.class)))
    @Operation(
            summary =
                    "Tells which steps a deployment would take, were all to go ideally; checks what"
                            + " a deployment checks, and changes nothing")
    public void plan(PlanBody body, @Suspended AsyncResponse answer) {
        Caller asking = caller.get();
        PlanRequest request = body.request(defaults);
        LateAnswer.give(answer, () -> PlanView.of(plans.plan(asking, request)));
    }
}
