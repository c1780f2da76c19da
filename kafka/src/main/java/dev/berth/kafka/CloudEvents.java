package dev.berth.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.work.event.StatusEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.ZoneOffset;

/** Writes events as CloudEvents 1.0 in JSON. */
final class CloudEvents {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private static final URI SOURCE = URI.create("/berth/inner");
    private static final JsonFormat FORMAT = new JsonFormat();

    private CloudEvents() {}

    static byte[] write(StatusEvent event) {
        CloudEventBuilder builder =
                CloudEventBuilder.v1()
                        .withId(event.id().toString())
                        .withSource(SOURCE)
                        .withType(event.type())
                        .withSubject(event.subject())
                        .withTime(event.at().atOffset(ZoneOffset.UTC))
                        .withData("application/json", event.data().getBytes(UTF_8))
                        .withExtension("tenant", event.tenant())
                        // the registered extension; texts of one length sort as the numbers do
                        .withExtension("sequence", "%020d".formatted(event.sequence()));
        StatusEvent.Cause cause = event.cause();
        cause.actor().ifPresent(actor -> builder.withExtension("actor", actor));
        cause.traceparent().ifPresent(trace -> builder.withExtension("traceparent", trace));
        if (!cause.requestId().isEmpty()) {
            builder.withExtension("requestid", cause.requestId());
        }
        return FORMAT.serialize(builder.build());
    }
}
