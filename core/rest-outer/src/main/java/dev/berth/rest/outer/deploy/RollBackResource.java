package dev.berth.rest.outer.deploy;

import dev.berth.intent.worker.RollBacks;
import dev.berth.model.Scope;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes workers back. */
@Dependent
@Path("/api/v1/worker/{id}/rollback")
@Tag(name = "worker")
public class RollBackResource {

    private final RollBacks rollBacks;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public RollBackResource(RollBacks rollBacks, CurrentCaller caller) {
        this.rollBacks = rollBacks;
        this.caller = caller;
    }

    /** Takes a worker back. */
    @POST
    @Needs(Scope.DEPLOY)
    @Audited("worker.rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Goes back to a version that served before, with the configuration that it had,"
                            + " or with today's where keep_config is true")
    public RollBackView rollBack(@PathParam("id") String id, RollBackBody body) {
        return RollBackView.of(
                body.versionId(),
                rollBacks.rollBack(caller.get(), body.request(id, caller.cause())));
    }
}
