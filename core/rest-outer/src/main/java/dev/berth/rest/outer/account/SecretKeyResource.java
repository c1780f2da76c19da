package dev.berth.rest.outer.account;

import dev.berth.intent.account.SecretKeys;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import dev.berth.rest.outer.ShowsSecret;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives users the keys that they sign by. */
@Dependent
@Path("/api/v1/auth/rotate-key")
@Tag(name = "auth")
public class SecretKeyResource {

    private final SecretKeys keys;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public SecretKeyResource(SecretKeys keys, CurrentCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    /** Gives the caller a new key. */
    @POST
    @Needs(value = Scope.ADMIN, role = Role.VIEWER)
    @Audited("auth.rotate-key")
    @ShowsSecret
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Makes a new key to sign requests by, which is shown this once; the one before"
                            + " is of no use at once")
    public SecretKeyView rotate() {
        return SecretKeyView.of(keys.rotate(caller.get()));
    }
}
