package dev.berth.rest.outer.info;

import dev.berth.intent.info.Info;
import dev.berth.rest.Public;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what this Berth is and can do. */
@Dependent
@Path("/api/v1/info")
@Tag(name = "info")
public class InfoResource {

    private final Info info;
    private final BuildInfo build;

    /** Creates it over the use case. */
    @Inject
    public InfoResource(Info info, BuildInfo build) {
        this.info = info;
        this.build = build;
    }

    /** Says it. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Public
    @SecurityRequirements
    @Operation(summary = "Says which version this is and which extensions are configured")
    public InfoView info() {
        return InfoView.of(build, info.extensions());
    }
}
