package dev.berth.intent.audit;

import dev.berth.model.Caller;
import java.util.Optional;

/**
 * A request for a change.
 *
 * @param operation what is asked for, such as {@code worker.deploy}
 * @param target what the address names, such as a worker's id; may be empty
 * @param caller who asks; empty where nobody has proved who he is
 * @param wayIn what he proved it by
 * @param source the address that the request came from
 * @param requestId the request
 */
public record Asked(
        String operation,
        String target,
        Optional<Caller> caller,
        Optional<WayIn> wayIn,
        String source,
        String requestId) {}
