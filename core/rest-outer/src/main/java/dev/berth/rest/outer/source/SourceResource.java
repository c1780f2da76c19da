package dev.berth.rest.outer.source;

import dev.berth.model.Scope;
import dev.berth.rest.QueryValues;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import dev.berth.rest.outer.Streamed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes sources in. */
@Dependent
@Path("/api/v1/source")
@Tag(name = "source")
public class SourceResource {

    private final Uploads uploads;
    private final CurrentCaller caller;

    /** Creates it over what checks and keeps sources. */
    @Inject
    public SourceResource(Uploads uploads, CurrentCaller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    /** Takes a source in, without holding it in memory. */
    @PUT
    @Path("{sha256}")
    @Needs(Scope.DEPLOY)
    @Audited("source.upload")
    @Streamed("sha256")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "201",
            description = "It is new",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SourceView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is known already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SourceView.class)))
    @Operation(summary = "Uploads a source as tar.gz; 201 where it is new, 200 where it is known")
    public Response upload(
            @PathParam("sha256") String sha256,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @DefaultValue("")
                    String length,
            InputStream archive) {
        return SourceView.answer(
                uploads.upload(
                        caller.get(),
                        sha256,
                        archive,
                        QueryValues.readLong("/content-length", length)));
    }
}
