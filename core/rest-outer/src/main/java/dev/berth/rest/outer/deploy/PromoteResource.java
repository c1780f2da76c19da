package dev.berth.rest.outer.deploy;

import dev.berth.intent.worker.Verdicts;
import dev.berth.model.Scope;
import dev.berth.model.Verdict;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.MessageView;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Has rollouts go on. */
@Dependent
@Path("/api/v1/worker/{id}/promote")
@Tag(name = "worker")
public class PromoteResource {

    private final Verdicts verdicts;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public PromoteResource(Verdicts verdicts, CurrentCaller caller) {
        this.verdicts = verdicts;
        this.caller = caller;
    }

    /** Has rollouts go on. */
    @POST
    @Needs(Scope.DEPLOY)
    @Audited("worker.promote")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Has the rollout that goes on take its next share of the traffic now")
    public MessageView promote(@PathParam("id") String id) {
        verdicts.say(caller.get(), id, Verdict.Kind.PROMOTE, caller.cause());
        return new MessageView("the rollout of worker '" + id + "' goes on");
    }
}
