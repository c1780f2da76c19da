package dev.berth.rest.outer.deploy;

import dev.berth.intent.worker.DeployRequest;
import dev.berth.intent.worker.Deployments;
import dev.berth.model.Scope;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CombinatorSigned;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import dev.berth.rest.outer.Relayed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deploys versions of workers. */
@Dependent
@Path("/api/v1/worker/deploy")
@Tag(name = "worker")
public class DeployResource {

    private final Deployments deployments;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public DeployResource(Deployments deployments, CurrentCaller caller) {
        this.deployments = deployments;
        this.caller = caller;
    }

    /** Accepts a deployment. */
    @POST
    @Needs(Scope.DEPLOY)
    @Audited("worker.deploy")
    @CombinatorSigned
    @Relayed
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Deploys an image or an uploaded source; the newest deployment wins")
    public DeployView deploy(DeployBody body) {
        DeployRequest request = body.request(caller.get(), caller.cause());
        return DeployView.of(request, deployments.deploy(caller.get(), request));
    }
}
