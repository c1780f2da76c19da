package dev.berth.intent.login;

import java.time.Instant;
import java.util.Optional;

/**
 * Where logins are kept that are not at their end, by keys that do not tell the tickets. Every
 * method needs a transaction.
 */
public interface LoginStore {

    /** Keeps a login that has begun. */
    void begin(String key, BegunLogin login, Instant expires);

    /** Removes a login that has begun, and returns it unless it is over. */
    Optional<BegunLogin> claim(String key, Instant now);

    /** Keeps a login that was proven, until the browser takes its session. */
    void prove(String key, ProvenLogin login, Instant expires);

    /** Removes a login that was proven, and returns it unless it is over. */
    Optional<ProvenLogin> take(String key, Instant now);

    /** Removes some of those that were over before {@code now}; never waits for others. */
    void sweep(Instant now);
}
