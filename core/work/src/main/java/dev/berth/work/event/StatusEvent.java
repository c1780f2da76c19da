package dev.berth.work.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of a status, to be told outside.
 *
 * @param sequence grows from event to event; of one worker in the order of the changes
 * @param id its id; the same however often it is published
 * @param topic the topic that it belongs to
 * @param type what changed, such as {@code dev.berth.worker.status}
 * @param subject whose status it is, such as {@code worker/0badcafe}
 * @param tenant whose that is
 * @param worker the worker that it is about; events of one worker stay in order
 * @param cause what caused it
 * @param data what it is now, a JSON object
 * @param at when it changed
 */
public record StatusEvent(
        long sequence,
        UUID id,
        String topic,
        String type,
        String subject,
        String tenant,
        String worker,
        Cause cause,
        String data,
        Instant at) {

    /**
     * What caused a change.
     *
     * @param actor the user who asked for it; empty for Berth itself
     * @param requestId the request; empty where there was none
     * @param traceparent the W3C trace context of that request
     */
    public record Cause(Optional<String> actor, String requestId, Optional<String> traceparent) {}
}
