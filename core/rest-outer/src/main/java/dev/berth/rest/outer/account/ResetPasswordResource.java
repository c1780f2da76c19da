package dev.berth.rest.outer.account;

import dev.berth.intent.account.PasswordResets;
import dev.berth.rest.Public;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentOrigin;
import dev.berth.rest.outer.MessageView;
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

/** Sets passwords that were forgotten. */
@Dependent
@Path("/api/v1/auth/reset-password")
@Tag(name = "auth")
public class ResetPasswordResource {

    private final PasswordResets resets;
    private final CurrentOrigin origin;

    /** Creates it over the use case. */
    @Inject
    public ResetPasswordResource(PasswordResets resets, CurrentOrigin origin) {
        this.resets = resets;
        this.origin = origin;
    }

    /** Sets the password of who knows the code of his address. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @Audited("auth.reset-password")
    @SecurityRequirements
    @Operation(summary = "Sets another password and ends all sessions of the user")
    public MessageView reset(ProofBody body) {
        resets.reset(body.proof(), origin.get());
        return new MessageView(
                "the password is set, and all sessions are ended; personal access tokens stay:"
                        + " revoke those that you do not know");
    }
}
