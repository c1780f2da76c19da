package dev.berth.rest.outer.account;

import dev.berth.intent.account.PersonalTokens;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.rest.PageQuery;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Lists;
import dev.berth.rest.outer.MessageView;
import dev.berth.rest.outer.Needs;
import dev.berth.rest.outer.ShowsSecret;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Makes, lists and revokes personal access tokens. */
@Dependent
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tokens")
public class TokensResource {

    private final PersonalTokens tokens;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public TokensResource(PersonalTokens tokens, CurrentCaller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    /** Lists tokens. */
    @GET
    @Needs(value = Scope.ADMIN, role = Role.VIEWER)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = TokenView.class)))
    @Operation(
            summary =
                    "Lists the caller's tokens, oldest first; the header X-Total-Count counts them"
                            + " all")
    public Response list(@BeanParam PageQuery page) {
        return Lists.answer(tokens.list(caller.get(), page.page()).map(TokenView::of));
    }

    /** Makes a token. */
    @POST
    @Needs(value = Scope.ADMIN, role = Role.VIEWER)
    @Audited("token.create")
    @ShowsSecret
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Makes a token, which is shown this once; without scopes it has all of the"
                            + " caller's")
    public NewTokenView create(NewTokenBody body) {
        return NewTokenView.of(tokens.create(caller.get(), body.request()));
    }

    /** Revokes a token. */
    @DELETE
    @Path("{id}")
    @Needs(value = Scope.ADMIN, role = Role.VIEWER)
    @Audited("token.revoke")
    @Operation(summary = "Revokes a token of the caller's; it is of no use from then on")
    public MessageView revoke(@PathParam("id") String id) {
        tokens.revoke(caller.get(), id);
        return new MessageView("token '" + id + "' is revoked");
    }
}
