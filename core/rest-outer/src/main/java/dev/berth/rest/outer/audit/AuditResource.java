package dev.berth.rest.outer.audit;

import dev.berth.intent.audit.Audit;
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

/** Shows who did what. */
@Dependent
@Path("/api/v1/audit")
@Tag(name = "audit")
public class AuditResource {

    private final Audit audit;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public AuditResource(Audit audit, CurrentCaller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    /** Lists entries. */
    @GET
    @Needs(Scope.ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lists what was done and refused in the tenant, newest first; for admins")
    public AuditView list(@BeanParam AuditQuery query, @BeanParam PageQuery page) {
        return AuditView.of(audit.list(caller.get(), query.filter(), page.page()));
    }
}
