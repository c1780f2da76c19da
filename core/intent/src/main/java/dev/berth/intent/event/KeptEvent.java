package dev.berth.intent.event;

import dev.berth.model.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of a status, as it is kept for clients.
 *
 * @param position its place in the order
 * @param id its id; the same as on the topic
 * @param type what changed, such as {@code dev.berth.worker.status}
 * @param subject whose status it is, such as {@code worker/0badcafe}
 * @param tenant whose that is
 * @param actor the user who asked for it; empty for Berth itself
 * @param requestId his request; empty where there was none
 * @param traceparent the W3C trace context of that request
 * @param data what it is now, a JSON object
 * @param at when it changed
 */
public record KeptEvent(
        EventPosition position,
        UUID id,
        String type,
        String subject,
        TenantId tenant,
        Optional<String> actor,
        String requestId,
        Optional<String> traceparent,
        String data,
        Instant at) {}
