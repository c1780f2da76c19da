package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.LogRequest;
import dev.berth.intent.worker.Workers;
import dev.berth.model.Scope;
import dev.berth.rest.LineFormat;
import dev.berth.rest.LogParameters;
import dev.berth.rest.OpenStreams;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what workers write. */
@Dependent
@Path("/api/v1/worker/{id}/logs")
@Tag(name = "worker")
public class LogsResource {

    private final Workers workers;
    private final CurrentCaller caller;
    private final OpenStreams streams;

    /** Creates it over the use case. */
    @Inject
    public LogsResource(Workers workers, CurrentCaller caller, OpenStreams streams) {
        this.workers = workers;
        this.caller = caller;
        this.streams = streams;
    }

    /** Relays lines from Inner as they come. */
    @GET
    @Needs(Scope.READ)
    @Produces({LineFormat.NDJSON, MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @APIResponse(
            responseCode = "200",
            description = "lines with version_id, instance, stream and text; a last one with error",
            content = {
                @Content(mediaType = LineFormat.NDJSON),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS)
            })
    @Operation(summary = "Streams a worker's output, one JSON object per line or per event")
    public void logs(
            @PathParam("id") String id,
            @BeanParam LogParameters parameters,
            @Context HttpHeaders headers,
            @Suspended AsyncResponse answer) {
        parameters.mustBeOfRuntime(id);
        LogRequest request =
                new LogRequest(
                        parameters.version(),
                        parameters.follow(),
                        parameters.last(),
                        parameters.sinceText());
        InputStream input = workers.logs(caller.get(), id, request);
        streams.answer(
                answer,
                () -> RelayedLines.open(input),
                LineFormat.of(headers.getAcceptableMediaTypes()));
    }
}
