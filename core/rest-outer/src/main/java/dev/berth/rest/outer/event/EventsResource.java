package dev.berth.rest.outer.event;

import dev.berth.intent.event.EventPosition;
import dev.berth.intent.event.EventStreams;
import dev.berth.model.Caller;
import dev.berth.model.Scope;
import dev.berth.rest.LineFormat;
import dev.berth.rest.OpenStreams;
import dev.berth.rest.QueryValues;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells what happens. */
@Dependent
@Path("/api/v1/events")
@Tag(name = "events")
public class EventsResource {

    private final EventStreams events;
    private final CurrentCaller caller;
    private final CurrentRights rights;
    private final OpenStreams streams;
    private final InstantSource clock;

    /** Creates it over the use case. */
    @Inject
    public EventsResource(
            EventStreams events,
            CurrentCaller caller,
            CurrentRights rights,
            OpenStreams streams,
            InstantSource clock) {
        this.events = events;
        this.caller = caller;
        this.rights = rights;
        this.streams = streams;
        this.clock = clock;
    }

    /** Tells it as it happens. */
    @GET
    @Needs(Scope.READ)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(
            responseCode = "200",
            description = "CloudEvents; an event named reset where some are not kept any more",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = EventView.class)))
    @Operation(
            summary =
                    "Streams what happens in the tenant from now on, or after the event that"
                            + " Last-Event-ID names")
    public void events(
            @HeaderParam("Last-Event-ID")
                    @Parameter(description = "the id of the event that came last")
                    @DefaultValue("")
                    String last,
            @Suspended AsyncResponse answer) {
        Caller asking = caller.get();
        StillAllowed allowed = rights.get();
        Optional<EventPosition> after =
                QueryValues.readParsed(
                        "/last-event-id", last, EventPosition::parse, "must be the id of an event");
        streams.answer(
                answer,
                () -> new EventLines(events.open(asking, after), allowed, clock),
                LineFormat.BLOCKS);
    }
}
