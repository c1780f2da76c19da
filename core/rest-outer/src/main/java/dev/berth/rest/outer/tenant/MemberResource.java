package dev.berth.rest.outer.tenant;

import dev.berth.intent.tenant.Members;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says who belongs to a tenant, and changes it. */
@Dependent
@Path("/api/v1/member")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tenant")
public class MemberResource {

    private final Members members;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public MemberResource(Members members, CurrentCaller caller) {
        this.members = members;
        this.caller = caller;
    }

    /** Lists members and invitations. */
    @GET
    @Needs(Scope.READ)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = MemberView.class)))
    @Operation(
            summary =
                    "Lists members, then invitations, by address; the header X-Total-Count counts"
                            + " them all")
    public Response list(@BeanParam PageQuery page) {
        return Lists.answer(members.list(caller.get(), page.page()).map(MemberView::of));
    }

    /** Invites an address, or gives a member another role. */
    @POST
    @Needs(value = Scope.ADMIN, role = Role.ADMIN)
    @Audited("member.put")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Invites an address, or gives a member another role; without one it is"
                            + " developer")
    public MemberView put(NewMemberBody body) {
        return MemberView.of(members.put(caller.get(), body.member()));
    }

    /** Removes a member or an invitation. */
    @DELETE
    @Needs(value = Scope.ADMIN, role = Role.ADMIN)
    @Audited("member.remove")
    @Operation(summary = "Removes the member or the invitation of that id, effective at once")
    public MessageView remove(@QueryParam("id") @DefaultValue("") String id) {
        members.remove(caller.get(), id);
        return new MessageView("'" + id + "' belongs to the tenant no longer");
    }
}
