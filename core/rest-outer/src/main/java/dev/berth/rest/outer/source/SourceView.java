package dev.berth.rest.outer.source;

import jakarta.ws.rs.core.Response;

/** An uploaded source as a client sees it. */
public record SourceView(String source) {

    static Response answer(Uploads.Uploaded result) {
        Response.Status status = result.created() ? Response.Status.CREATED : Response.Status.OK;
        return Response.status(status).entity(new SourceView(result.id().toString())).build();
    }
}
