package dev.berth.intent.account;

import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Where the keys are kept, encrypted, that users sign by. Every method needs a transaction. */
public interface SigningKeyStore {

    /** Makes {@code key} the one key of {@code user}; one that he had before is forgotten. */
    void put(UserId user, SigningKey key, Instant now);

    /** Returns who signs by what; takes as long for somebody who is unknown or has no key. */
    Optional<Signer> signer(UserId user);
}
