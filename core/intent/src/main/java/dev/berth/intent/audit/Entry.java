package dev.berth.intent.audit;

import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An entry of the log.
 *
 * @param number grows from entry to entry
 * @param at when
 * @param actor who
 * @param wayIn what he proved himself by
 * @param source the address that the request came from
 * @param requestId the request
 * @param operation what he asked for
 * @param target what it was about
 * @param changes what changed, by name, or would have
 * @param outcome what became of it
 * @param status the HTTP status of what was not done
 */
public record Entry(
        long number,
        Instant at,
        Optional<UserId> actor,
        Optional<WayIn> wayIn,
        String source,
        String requestId,
        String operation,
        Target target,
        Map<String, String> changes,
        Outcome outcome,
        OptionalInt status) {

    public Entry {
        changes = Map.copyOf(changes);
    }
}
