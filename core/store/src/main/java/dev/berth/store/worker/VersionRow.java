package dev.berth.store.worker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A version; added by SQL, for its number and its JSON. */
@Entity
@Table(name = "versions")
class VersionRow {

    @Id long id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "worker_id")
    String workerId;

    String image;

    @Column(name = "source_sha256")
    String sourceSha256;

    @Column(name = "source_path")
    String sourcePath;

    String command;

    @Column(name = "health_path")
    String healthPath;

    Integer port;

    int replicas;

    String strategy;

    @Column(name = "commit_sha")
    String commitSha;

    @Column(name = "created_by")
    UUID createdBy;

    @Column(name = "created_at")
    Instant createdAt;
}
