package dev.berth.store.account;

import java.util.Objects;
import java.util.UUID;

/** Names a {@link MemberRow}; JPA wants no record here. */
final class MemberKey {

    UUID tenantId;

    UUID userId;

    @Override
    public boolean equals(Object other) {
        return other instanceof MemberKey that
                && Objects.equals(tenantId, that.tenantId)
                && Objects.equals(userId, that.userId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, userId);
    }
}
