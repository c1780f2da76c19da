package dev.berth.intent.account;

import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Token;
import dev.berth.model.TokenId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where personal access tokens are kept, by their hashes. Every method needs a transaction, but for
 * those that say otherwise.
 */
public interface TokenStore {

    /** Has other transactions that lock the tokens of {@code user} wait until this one ends. */
    void lock(UserId user);

    /** Keeps a token of {@code user}. */
    void add(UserId user, Token token, TokenHash hash);

    /** Returns whether {@code user} has one of that name that is not revoked. */
    boolean named(UserId user, String name);

    /** Counts those of {@code user} that may be used. */
    long living(UserId user, Instant now);

    /** Lists those of {@code user} that are not revoked, oldest first. */
    Paged<Token> list(UserId user, Page page);

    /** Revokes a token for good; returns false where {@code user} has none of that id. */
    boolean revoke(UserId user, TokenId token, Instant now);

    /** Revokes the one of that name, where it has expired. Idempotent. */
    void revokeExpired(UserId user, String name, Instant now);

    /**
     * Returns the one with that hash that is not revoked, be it expired. Needs no transaction: each
     * request asks, and it is a single question.
     */
    Optional<TokenHolder> holder(TokenHash hash);

    /**
     * Notes that a token is used, unless that was noted after {@code before}. Idempotent; needs no
     * transaction.
     */
    void used(TokenId token, Instant now, Instant before);
}
