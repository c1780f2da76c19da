package dev.berth.rest.inner;

import dev.berth.model.PlannedDeploy;
import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerSettings;
import dev.berth.rest.PlanView;
import dev.berth.rest.QueryValues;
import dev.berth.work.rehearsal.Rehearsals;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells what deploys would do. */
@Dependent
@Path("/api/v1/plan")
public class PlanResource {

    private final Rehearsals rehearsals;

    /** Creates it over the use case. */
    @Inject
    public PlanResource(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    /** Tells it; without a worker, of one that is not made yet. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PlanView plan(
            @QueryParam("worker_id") @DefaultValue("") String worker,
            @QueryParam("strategy") @DefaultValue("") String strategy,
            @QueryParam("replicas") @DefaultValue("1") String replicas) {
        return PlanView.of(
                rehearsals.plan(
                        new PlannedDeploy(
                                workerId(worker),
                                strategy,
                                QueryValues.read(
                                        "/replicas", replicas, WorkerSettings.MOST_REPLICAS))));
    }

    private static Optional<WorkerId> workerId(String text) {
        return Optional.of(text)
                .filter(Predicate.not(String::isEmpty))
                .map(id -> WorkerId.parse(id).orElseThrow(() -> Refusal.absent("worker", id)));
    }
}
