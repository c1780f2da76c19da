package dev.berth.intent.account;

import dev.berth.model.Caller;
import dev.berth.model.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out who holds a personal access token. */
public final class TokenAuthentication {

    /** How exactly it is known when a token was used. */
    static final Duration EXACTNESS = Duration.ofMinutes(1);

    private final TokenStore tokens;
    private final InstantSource clock;

    /** Creates it over where tokens are kept. */
    public TokenAuthentication(TokenStore tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Returns who holds {@code bearer}; empty where it is unknown, revoked or expired. */
    Optional<Caller> caller(String bearer) {
        Instant now = clock.instant();
        Optional<TokenHolder> holder =
                tokens.holder(TokenHash.of(bearer)).filter(found -> found.token().lives(now));
        holder.ifPresent(found -> note(found.token(), now));
        return holder.map(TokenHolder::caller);
    }

    private void note(Token token, Instant now) {
        Instant before = now.minus(EXACTNESS);
        if (token.lastUsedAt().filter(before::isBefore).isEmpty()) {
            tokens.used(token.id(), now, before);
        }
    }
}
