package dev.berth.store.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The hash of a personal access token, and what it allows. */
@Entity
@Table(name = "tokens")
class TokenRow {

    @Id UUID id;

    @Column(name = "user_id")
    UUID userId;

    String name;

    byte[] sha256;

    /** With a space between two, as OAuth writes them. */
    String scopes;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "last_used_at", insertable = false)
    Instant lastUsedAt;

    @Column(name = "revoked_at", insertable = false)
    Instant revokedAt;
}
