package dev.berth.model;

import java.util.Optional;
import java.util.UUID;

/** Names a tenant, who owns everything. */
public record TenantId(UUID value) {

    /** Returns the id that {@link #toString} wrote; empty for other text. */
    public static Optional<TenantId> parse(String text) {
        return Uuids.parse(text).map(TenantId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
