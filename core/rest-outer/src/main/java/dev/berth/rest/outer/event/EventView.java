package dev.berth.rest.outer.event;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.berth.intent.event.KeptEvent;
import java.time.Instant;
import java.util.Optional;

/** An event as CloudEvents 1.0 has it; {@code position} is what to come back with. */
public record EventView(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String tenant,
        Optional<String> actor,
        Optional<String> requestid,
        Optional<String> traceparent,
        String position,
        String datacontenttype,
        @JsonRawValue String data) {

    private static final String VERSION = "1.0";
    private static final String SOURCE = "/berth/inner";

    static EventView of(KeptEvent event) {
        return new EventView(
                VERSION,
                event.id().toString(),
                SOURCE,
                event.type(),
                event.subject(),
                event.at(),
                event.tenant().toString(),
                event.actor(),
                Optional.of(event.requestId()).filter(id -> !id.isEmpty()),
                event.traceparent(),
                event.position().toString(),
                "application/json",
                event.data());
    }
}
