package dev.berth.model;

import java.util.Optional;
import java.util.UUID;

/** Names a personal access token. */
public record TokenId(UUID value) {

    /** Returns the id that {@link #toString} wrote; empty for other text. */
    public static Optional<TokenId> parse(String text) {
        return Uuids.parse(text).map(TokenId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
