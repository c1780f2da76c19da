package dev.berth.intent.account;

import dev.berth.model.UserId;
import java.util.Optional;

/** Gives new users the keys that they sign requests by. */
@FunctionalInterface
public interface SecretKeyIssuer {

    /**
     * Returns the key of a new user, this once; empty where there are no keys. In a transaction.
     */
    Optional<String> issue(UserId user);
}
