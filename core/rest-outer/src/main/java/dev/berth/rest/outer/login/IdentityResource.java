package dev.berth.rest.outer.login;

import dev.berth.intent.login.LinkedLogins;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.rest.PageQuery;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Lists;
import dev.berth.rest.outer.MessageView;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows a user by which providers he may log in, and takes them away. */
@Dependent
@Path("/api/v1/auth/identity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class IdentityResource {

    private final LinkedLogins linked;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public IdentityResource(LinkedLogins linked, CurrentCaller caller) {
        this.linked = linked;
        this.caller = caller;
    }

    /** Lists them. */
    @GET
    @Needs(value = Scope.ADMIN, role = Role.VIEWER)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = IdentityView.class)))
    @Operation(summary = "Lists the logins that are linked to the caller, oldest first")
    public Response list(@BeanParam PageQuery page) {
        return Lists.answer(page.page().of(linked.list(caller.get())).map(IdentityView::of));
    }

    /** Takes one away. */
    @DELETE
    @Path("{id}")
    @Needs(value = Scope.ADMIN, role = Role.VIEWER)
    @Audited("auth.unlink")
    @Operation(summary = "Unlinks a login; sessions that it opened stay")
    public MessageView remove(@PathParam("id") String id) {
        linked.remove(caller.get(), id);
        return new MessageView("login '" + id + "' is unlinked");
    }
}
