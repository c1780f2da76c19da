package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.Manifests;
import dev.berth.model.Scope;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what workers were made from. */
@Dependent
@Path("/api/v1/worker/{id}/manifest")
@Tag(name = "worker")
public class ManifestResource {

    private final Manifests manifests;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public ManifestResource(Manifests manifests, CurrentCaller caller) {
        this.manifests = manifests;
        this.caller = caller;
    }

    /** Shows the manifest. */
    @GET
    @Needs(Scope.READ)
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT)))
    @Operation(summary = "Shows the app-manifest.json of the active version, in its normal form")
    public String find(@PathParam("id") String id) {
        return manifests.of(caller.get(), id);
    }
}
