package dev.berth.store.worker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A release; added by SQL, for its number. */
@Entity
@Table(name = "releases")
class ReleaseRow {

    @Id long id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "worker_id")
    String workerId;

    @Column(name = "version_id")
    long versionId;

    @Column(name = "config_id")
    long configId;
}
