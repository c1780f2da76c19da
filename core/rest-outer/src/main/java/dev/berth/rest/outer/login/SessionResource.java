package dev.berth.rest.outer.login;

import dev.berth.intent.login.ProviderLogins;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.Public;
import dev.berth.rest.outer.Audited;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives browsers that came back from a provider their sessions: no address ever holds a token. */
@Dependent
@Path("/api/v1/auth/session")
@Tag(name = "auth")
public class SessionResource {

    private final ProviderLogins logins;
    private final LoginAddresses addresses;
    private final CurrentRequest request;

    /** Creates it over the use case. */
    @Inject
    public SessionResource(
            ProviderLogins logins, LoginAddresses addresses, CurrentRequest request) {
        this.logins = logins;
        this.addresses = addresses;
        this.request = request;
    }

    /** Opens the session of a browser that came back. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @Audited("auth.session")
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @Operation(
            summary =
                    "Opens the session of a browser that has logged in at a provider, once, by the"
                            + " cookie that it was given")
    public Response take() {
        LoginCookie cookie = addresses.cookie();
        return Response.ok(SessionView.of(logins.take(cookie.read(request))))
                .header(LoginCookie.HEADER, cookie.forget())
                .build();
    }
}
