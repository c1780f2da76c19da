package dev.berth.intent.account;

import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Session tokens that anybody could make. */
final class PlainTokens implements SessionTokens {

    private static final String PREFIX = "session ";

    @Override
    public String issue(UUID session, UserId user, Instant issued, Instant expires) {
        return PREFIX + session;
    }

    @Override
    public Optional<UUID> session(String token) {
        return token.startsWith(PREFIX)
                ? Optional.of(UUID.fromString(token.substring(PREFIX.length())))
                : Optional.empty();
    }
}
