package dev.berth.rest.outer.usage;

import dev.berth.intent.usage.ResourceUsages;
import dev.berth.model.Scope;
import dev.berth.rest.PageQuery;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what resources were used for. */
@Dependent
@Path("/api/v1/usage")
@Tag(name = "resource")
public class ResourceUsageResource {

    private final ResourceUsages usages;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public ResourceUsageResource(ResourceUsages usages, CurrentCaller caller) {
        this.usages = usages;
        this.caller = caller;
    }

    /** Lists resources. */
    @GET
    @Needs(Scope.READ)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds up what was reported of each resource of the tenant, by its id")
    public ResourceUsageView list(@BeanParam PeriodQuery period, @BeanParam PageQuery page) {
        return ResourceUsageView.of(usages.list(caller.get(), period.period(), page.page()));
    }
}
