package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.Configurations;
import dev.berth.model.Scope;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows and changes the variables of workers. */
@Dependent
@Path("/api/v1/worker/{id}/env")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worker")
public class EnvResource {

    private final Configurations configurations;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public EnvResource(Configurations configurations, CurrentCaller caller) {
        this.configurations = configurations;
        this.caller = caller;
    }

    /** Shows all. */
    @GET
    @Needs(Scope.READ)
    @Operation(
            summary =
                    "Shows the variables of a worker: those that its manifest brings, and over them"
                            + " those that were set here")
    public Map<String, String> show(@PathParam("id") String id) {
        return configurations.of(caller.get(), id).env();
    }

    /** Changes one or several. */
    @POST
    @Needs(Scope.DEPLOY)
    @Audited("worker.set-env")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Sets or deletes variables, and answers with all; the version that is wanted is"
                            + " rolled out with them, once")
    public Map<String, String> change(@PathParam("id") String id, VariablesBody body) {
        return configurations.changeEnv(caller.get(), id, body.change(), caller.cause()).env();
    }
}
