package dev.berth.model;

import java.util.Optional;

/**
 * What caused a change, for whoever follows it through Berth.
 *
 * @param actor who asked for it; empty for Berth itself
 * @param requestId the request
 * @param traceparent the W3C trace context that came with the request
 */
public record Cause(Optional<UserId> actor, String requestId, Optional<String> traceparent) {}
