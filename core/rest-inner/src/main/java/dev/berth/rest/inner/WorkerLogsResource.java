package dev.berth.rest.inner;

import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import dev.berth.rest.LineFormat;
import dev.berth.rest.Lines;
import dev.berth.rest.LogParameters;
import dev.berth.rest.OpenStreams;
import dev.berth.spi.LogQuery;
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
import java.time.InstantSource;

/** Shows what workers write. */
@Dependent
@Path("/api/v1/worker/{id}/logs")
public class WorkerLogsResource {

    private final WorkerLogSource logs;
    private final OpenStreams streams;
    private final InstantSource clock = InstantSource.system();

    /** Creates it over the use case. */
    @Inject
    public WorkerLogsResource(WorkerLogSource logs, OpenStreams streams) {
        this.logs = logs;
        this.streams = streams;
    }

    /** Streams lines as they come. */
    @GET
    @Produces({LineFormat.NDJSON, MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    public void logs(
            @PathParam("id") String id,
            @BeanParam LogParameters parameters,
            @Context HttpHeaders headers,
            @Suspended AsyncResponse answer) {
        parameters.mustBeOfRuntime(id);
        WorkerId worker = WorkerId.parse(id).orElseThrow(() -> Refusal.absent("worker", id));
        LogQuery query =
                new LogQuery(
                        parameters.follow(),
                        parameters.last(),
                        parameters.since().map(since -> since.moment(clock.instant())));
        Lines lines = new WorkerLines(logs.open(worker, parameters.version(), query));
        streams.answer(answer, () -> lines, LineFormat.of(headers.getAcceptableMediaTypes()));
    }
}
