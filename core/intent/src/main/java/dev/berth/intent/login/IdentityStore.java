package dev.berth.intent.login;

import dev.berth.model.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where it is kept who is whom at providers. Every method needs a transaction. */
public interface IdentityStore {

    /** Returns the user whom {@code issuer} knows by that id. */
    Optional<UserId> user(String issuer, String subject);

    /** Adds one; issuer and subject have none so far. */
    void add(Identity identity);

    /** Returns those of {@code user}, oldest first. */
    List<Identity> of(UserId user);

    /** Removes one of {@code user}; returns whether he had it. */
    boolean remove(UserId user, UUID id);
}
