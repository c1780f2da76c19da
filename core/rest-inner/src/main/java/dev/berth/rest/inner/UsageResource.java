package dev.berth.rest.inner;

import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import dev.berth.rest.UsageView;
import dev.berth.work.usage.WorkerUsage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells what workers use. */
@Dependent
@Path("/api/v1/worker/{id}/usage")
public class UsageResource {

    private final WorkerUsage usage;

    /** Creates it over the use case. */
    @Inject
    public UsageResource(WorkerUsage usage) {
        this.usage = usage;
    }

    /** Tells it. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public UsageView usage(@PathParam("id") String id) {
        return UsageView.of(
                usage.of(WorkerId.parse(id).orElseThrow(() -> Refusal.absent("worker", id))));
    }
}
