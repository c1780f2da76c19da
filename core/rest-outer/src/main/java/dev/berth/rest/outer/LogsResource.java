package dev.berth.rest.outer;

import dev.berth.intent.worker.LogRequest;
import dev.berth.intent.worker.Workers;
import dev.berth.rest.LineFormat;
import dev.berth.rest.LogParameters;
import dev.berth.rest.StreamedLines;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what workers write. */
@Dependent
@Path("/api/v1/worker/{id}/logs")
@Tag(name = "worker")
public class LogsResource {

    private final Workers workers;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public LogsResource(Workers workers, CurrentCaller caller) {
        this.workers = workers;
        this.caller = caller;
    }

    /** Relays lines from Inner as they come. */
    @GET
    @Produces({LineFormat.NDJSON, MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(summary = "Streams a worker's output, one JSON object per line or per event")
    public Response logs(
            @PathParam("id") String id,
            @BeanParam LogParameters parameters,
            @Context HttpHeaders headers) {
        LogRequest request =
                new LogRequest(parameters.version(), parameters.follow(), parameters.last());
        return StreamedLines.answer(
                new RelayedLines(workers.logs(caller.get(), id, request)),
                LineFormat.of(headers.getAcceptableMediaTypes()));
    }
}
