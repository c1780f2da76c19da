package dev.berth.rest.outer.account;

import dev.berth.intent.account.CodeRequests;
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

/** Mails codes. */
@Dependent
@Path("/api/v1/auth/send-code")
@Tag(name = "auth")
public class SendCodeResource {

    private final CodeRequests codes;
    private final CurrentOrigin origin;

    /** Creates it over the use case. */
    @Inject
    public SendCodeResource(CodeRequests codes, CurrentOrigin origin) {
        this.codes = codes;
        this.origin = origin;
    }

    /** Mails a code, where the address may have one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @Audited("auth.send-code")
    @SecurityRequirements
    @Operation(
            summary =
                    "Mails a code of 6 digits, by which an address registers or resets its"
                            + " password; the answer does not tell whether it is known")
    public MessageView send(SendCodeBody body) {
        codes.send(body.email(), origin.get());
        return new MessageView(
                "if that address may register or log in here, a code is on its way to it, good for"
                        + " 10 minutes");
    }
}
