package dev.berth.store.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A tenant; of one user where it is personal. */
@Entity
@Table(name = "tenants")
class TenantRow {

    @Id UUID id;

    @Column(name = "personal_of")
    UUID personalOf;

    @Column(name = "created_at")
    Instant createdAt;
}
