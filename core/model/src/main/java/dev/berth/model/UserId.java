package dev.berth.model;

import java.util.Optional;
import java.util.UUID;

/** Names a user. */
public record UserId(UUID value) {

    /** Returns the id that {@link #toString} wrote; empty for other text. */
    public static Optional<UserId> parse(String text) {
        return Uuids.parse(text).map(UserId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
