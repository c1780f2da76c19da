package dev.berth.rest.outer.login;

import dev.berth.intent.account.Authentication;
import dev.berth.model.Scope;
import dev.berth.rest.Public;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.CurrentOrigin;
import dev.berth.rest.outer.MessageView;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opens and ends sessions. */
@Dependent
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auth")
public class AuthResource {

    private final Authentication authentication;
    private final CurrentCaller caller;
    private final CurrentOrigin origin;

    /** Creates it over what knows accounts. */
    @Inject
    public AuthResource(Authentication authentication, CurrentCaller caller, CurrentOrigin origin) {
        this.authentication = authentication;
        this.caller = caller;
        this.origin = origin;
    }

    /** Opens a session. */
    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    @Audited("auth.login")
    @SecurityRequirements
    @Operation(summary = "Opens a session and returns its token, which lasts 24 hours")
    public SessionView login(LoginBody body) {
        return SessionView.of(authentication.login(body.email(), body.password(), origin.get()));
    }

    /** Ends the session by which the caller came. */
    @POST
    @Path("logout")
    @Needs(Scope.READ)
    @Audited("auth.logout")
    @Operation(summary = "Ends the session of the token; a personal access token stays")
    public MessageView logout() {
        authentication.logout(caller.get());
        return new MessageView(
                caller.get()
                        .session()
                        .map(_ -> "the session is ended")
                        .orElse("a personal access token stays until it is revoked"));
    }
}
