package dev.berth.intent.account;

import dev.berth.model.Email;
import java.time.Instant;
import java.util.Optional;

/**
 * Where codes that were mailed are kept, by their hashes: one for each address and each place that
 * asked for one. Every method needs a transaction.
 */
public interface CodeStore {

    /** Keeps a code that was not tried yet, in place of an earlier one. */
    void put(Email email, Origin origin, String hash, Instant expires);

    /**
     * Counts a try, and returns the hash of the code; empty where there is none, it has expired, or
     * was tried {@code most} times before.
     */
    Optional<String> attempt(Email email, Origin origin, Instant now, int most);

    /** Removes the code of that hash; returns whether it was there. */
    boolean remove(Email email, Origin origin, String hash);

    /** Removes some of those that expired before {@code now}; never waits for others. */
    void sweep(Instant now);
}
