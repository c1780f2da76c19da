package dev.berth.intent.account;

import java.time.Instant;
import java.util.Optional;

/** Where attempts are kept, for all Outers alike. Every method needs a transaction. */
public interface AttemptStore {

    /** Returns what is kept, which nobody else reads or changes until the transaction ends. */
    Optional<Attempts> lock(AttemptKey key);

    /** Keeps {@code attempts} under a key that is locked. */
    void put(AttemptKey key, Attempts attempts);

    /** Forgets what is kept. Idempotent. */
    void forget(AttemptKey key);

    /** Forgets some of what was to be forgotten before {@code now}; never waits for others. */
    void sweep(Instant now);
}
