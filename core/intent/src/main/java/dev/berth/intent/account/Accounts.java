package dev.berth.intent.account;

import dev.berth.model.Caller;
import dev.berth.model.ProjectId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where users and their sessions are kept. Every method needs a transaction, but for those that say
 * otherwise.
 */
public interface Accounts {

    /** Returns whether there is any user at all. */
    boolean anyone();

    /** Adds a user, his personal tenant and its first project. */
    void add(NewAccount account, Instant now);

    /** Returns the user with that address, in lower case. */
    Optional<Account> byEmail(String email);

    /** Opens a session for {@code user}. */
    void openSession(UUID session, UserId user, Instant expires);

    /** Gives {@code user} another password. */
    void setPassword(UserId user, String passwordHash);

    /** Ends all sessions of {@code user}. Idempotent. */
    void endSessions(UserId user, Instant now);

    /** Ends a session. Idempotent. */
    void endSession(UUID session, Instant now);

    /**
     * Returns who holds an open session, acting for his personal tenant. Needs no transaction: each
     * request asks, and it is a single question.
     */
    Optional<Caller> bySession(UUID session, Instant now);

    /** Returns the project of {@code tenant} with that name. */
    Optional<ProjectId> project(TenantId tenant, String name);
}
