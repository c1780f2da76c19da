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

/** Has rollouts go back. */
@Dependent
@Path("/api/v1/worker/{id}/abort")
@Tag(name = "worker")
public class AbortResource {

    private final Verdicts verdicts;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public AbortResource(Verdicts verdicts, CurrentCaller caller) {
        this.verdicts = verdicts;
        this.caller = caller;
    }

    /** Has rollouts go back. */
    @POST
    @Needs(Scope.DEPLOY)
    @Audited("worker.abort")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Has the rollout that goes on give the traffic back, and ends it")
    public MessageView abort(@PathParam("id") String id) {
        verdicts.say(caller.get(), id, Verdict.Kind.ABORT, caller.cause());
        return new MessageView("the rollout of worker '" + id + "' goes back");
    }
}
