package dev.berth.rest.outer;

import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows how much a tenant may have, and has. */
@Dependent
@Path("/api/v1/quota")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tenant")
public class QuotaResource {

    private final Quotas quotas;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public QuotaResource(Quotas quotas, CurrentCaller caller) {
        this.quotas = quotas;
        this.caller = caller;
    }

    /** Lists quotas. */
    @GET
    @Needs(Scope.READ)
    @Operation(summary = "Lists the tenant's quotas, and how much of each is used")
    public List<QuotaView> list() {
        return quotas.list(caller.get()).stream().map(QuotaView::of).toList();
    }
}
