package dev.berth.store.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A session of a user. */
@Entity
@Table(name = "sessions")
class SessionRow {

    @Id UUID id;

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "ended_at", insertable = false)
    Instant endedAt;
}
