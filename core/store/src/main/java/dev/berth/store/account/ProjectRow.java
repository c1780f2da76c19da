package dev.berth.store.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A project of a tenant. */
@Entity
@Table(name = "projects")
class ProjectRow {

    @Id UUID id;

    @Column(name = "tenant_id")
    UUID tenantId;

    String name;

    @Column(name = "created_at")
    Instant createdAt;
}
