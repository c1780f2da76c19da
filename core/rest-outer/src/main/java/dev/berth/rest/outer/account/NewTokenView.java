package dev.berth.rest.outer.account;

import dev.berth.intent.account.PersonalTokens;
import dev.berth.model.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token as its owner sees it once, with what proves it. */
public record NewTokenView(
        String id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        String token) {

    static NewTokenView of(PersonalTokens.Made made) {
        Token token = made.token();
        return new NewTokenView(
                token.id().toString(),
                token.name(),
                token.rights().words(),
                token.createdAt(),
                token.rights().until(),
                made.text());
    }

    @Override
    public String toString() {
        return "NewTokenView[" + id + "]";
    }
}
