package dev.berth.intent.audit;

import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries somebody wants to see; what is empty lets all through.
 *
 * @param actor whose
 * @param operation of which operation; one that ends in {@code .} stands for all that begin so
 * @param target about what, by its id
 * @param from not before
 * @param to before
 */
public record EntryFilter(
        Optional<UserId> actor,
        Optional<String> operation,
        Optional<String> target,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** Lets everything through. */
    public static final EntryFilter NONE =
            new EntryFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
