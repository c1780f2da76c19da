package dev.berth.rest.outer.account;

import dev.berth.model.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token as its owner sees it later. */
public record TokenView(
        String id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt) {

    static TokenView of(Token token) {
        return new TokenView(
                token.id().toString(),
                token.name(),
                token.rights().words(),
                token.createdAt(),
                token.rights().until(),
                token.lastUsedAt());
    }
}
