package dev.berth.model;

import java.util.Optional;
import java.util.UUID;

/** Names an invitation into a tenant. */
public record InvitationId(UUID value) {

    /** Returns the id that {@link #toString} wrote; empty for other text. */
    public static Optional<InvitationId> parse(String text) {
        return Uuids.parse(text).map(InvitationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
