package dev.berth.rest.outer.tenant;

import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Scope;
import dev.berth.rest.PageQuery;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Lists;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = QuotaView.class)))
    @Operation(
            summary =
                    "Lists the tenant's quotas, and how much of each is used; the header"
                            + " X-Total-Count counts them all")
    public Response list(@BeanParam PageQuery page) {
        return Lists.answer(page.page().of(quotas.list(caller.get())).map(QuotaView::of));
    }
}
