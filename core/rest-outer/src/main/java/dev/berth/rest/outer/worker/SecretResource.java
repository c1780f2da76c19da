package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.Configurations;
import dev.berth.model.Configuration;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Names and changes the secrets of workers; never shows one. */
@Dependent
@Path("/api/v1/worker/{id}/secret")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "worker")
public class SecretResource {

    private final Configurations configurations;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public SecretResource(Configurations configurations, CurrentCaller caller) {
        this.configurations = configurations;
        this.caller = caller;
    }

    /** Names all. */
    @GET
    @Needs(Scope.READ)
    @Operation(summary = "Names the secrets of a worker; nobody is shown their values")
    public List<String> names(@PathParam("id") String id) {
        return names(configurations.of(caller.get(), id));
    }

    /** Changes one or several. */
    @POST
    @Needs(Scope.DEPLOY)
    @Audited("worker.set-secret")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Sets or deletes secrets, and answers with the names of all; the version that"
                            + " is wanted is rolled out with them, once")
    public List<String> change(@PathParam("id") String id, VariablesBody body) {
        return names(configurations.changeSecrets(caller.get(), id, body.change(), caller.cause()));
    }

    private static List<String> names(Configuration configuration) {
        return configuration.secrets().keySet().stream().sorted().toList();
    }
}
