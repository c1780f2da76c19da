package dev.berth.intent.audit;

import dev.berth.model.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An entry of the log to be.
 *
 * @param asked what was asked for
 * @param actor who asked for it; also somebody who failed to prove that it is he
 * @param target what it was about
 * @param changes what changed, by name, or would have; nothing secret
 * @param outcome what became of it
 * @param status the HTTP status of what was not done
 */
public record NewEntry(
        Asked asked,
        Optional<UserId> actor,
        Target target,
        Map<String, String> changes,
        Outcome outcome,
        OptionalInt status) {

    public NewEntry {
        changes = Map.copyOf(changes);
    }
}
