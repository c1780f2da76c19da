package dev.berth.rest.inner;

import dev.berth.model.UserId;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.Json;
import dev.berth.rest.LateAnswer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;

/** Has Outer deploy for a user: intent is Outer's, and so is the answer. */
@Dependent
@Path("/api/v1/worker/deploy")
public class DeployResource {

    private final OuterClient outer;
    private final CurrentRequest request;

    /** Creates it over who speaks to Outer. */
    @Inject
    public DeployResource(OuterClient outer, CurrentRequest request) {
        this.outer = outer;
        this.request = request;
    }

    /** Relays a deployment. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public void deploy(DeployBody body, @Suspended AsyncResponse answer) {
        UserId user = body.user();
        String id = request.id();
        String key = request.header(OuterClient.IDEMPOTENCY_KEY);
        LateAnswer.give(
                answer,
                () ->
                        outer.post(
                                "deploy",
                                "/api/v1/worker/deploy",
                                user,
                                id,
                                key,
                                Json.write(body)));
    }
}
