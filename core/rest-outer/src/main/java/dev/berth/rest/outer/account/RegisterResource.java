package dev.berth.rest.outer.account;

import dev.berth.intent.account.Registration;
import dev.berth.rest.Public;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentOrigin;
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

/** Registers users. */
@Dependent
@Path("/api/v1/auth/register")
@Tag(name = "auth")
public class RegisterResource {

    private final Registration registration;
    private final CurrentOrigin origin;

    /** Creates it over the use case. */
    @Inject
    public RegisterResource(Registration registration, CurrentOrigin origin) {
        this.registration = registration;
        this.origin = origin;
    }

    /** Registers who knows the code of his address. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @Audited("auth.register")
    @SecurityRequirements
    @Operation(
            summary =
                    "Makes a user with a tenant of his own and a project in it, and opens a"
                            + " session; where registration is closed, for invited addresses alone")
    public RegisteredView register(ProofBody body) {
        return RegisteredView.of(registration.register(body.proof(), origin.get()));
    }
}
