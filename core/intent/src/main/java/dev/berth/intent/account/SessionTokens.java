package dev.berth.intent.account;

import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes and reads the tokens that stand for sessions. */
public interface SessionTokens {

    /** Returns a signed token for a session that ends at {@code expires}. */
    String issue(UUID session, UserId user, Instant issued, Instant expires);

    /**
     * Returns the session that {@code token} stands for; empty where it is forged, stale or no
     * token.
     */
    Optional<UUID> session(String token);
}
