package dev.berth.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The hash of a personal access token. */
@Entity
@Table(name = "tokens")
class TokenRow {

    @Id UUID id;

    @Column(name = "user_id")
    UUID userId;

    String name;

    byte[] sha256;

    @Column(name = "created_at")
    Instant createdAt;
}
