package dev.berth.intent.account;

import dev.berth.model.UserId;
import java.util.Optional;

/** The signatures that came within the time in which one is good. */
@FunctionalInterface
public interface SeenSignatures {

    /**
     * Notes that a signature of {@code user} came with the idempotency key {@code key}, and returns
     * whether it is the first time. Of several at once, one is first. Needs a transaction.
     */
    Sighting note(UserId user, String mark, Optional<String> key);

    /** What is known of a signature that comes. */
    enum Sighting {
        FIRST,
        /** It came before, with the same idempotency key. */
        REPEATED,
        /** It came before, otherwise. */
        REPLAYED
    }
}
