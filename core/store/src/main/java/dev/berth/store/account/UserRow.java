package dev.berth.store.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A user. */
@Entity
@Table(name = "users")
class UserRow {

    @Id UUID id;

    String email;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "created_at")
    Instant createdAt;
}
