package dev.berth.store.worker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is wanted of a worker. */
@Entity
@Table(name = "workers")
class WorkerRow {

    @Id String id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "project_id")
    UUID projectId;

    String name;

    String cpu;

    String memory;

    String disk;

    @Column(name = "min_replicas")
    int minReplicas;

    @Column(name = "max_replicas")
    int maxReplicas;

    String region;

    String strategy;

    String runtime;

    @Column(name = "release_id")
    Long releaseId;

    long rollout;

    String verdict;

    @Column(name = "verdict_release")
    Long verdictRelease;

    @Column(name = "verdict_generation")
    Long verdictGeneration;

    long generation;

    boolean deleted;

    @Column(name = "created_by")
    UUID createdBy;

    @Column(name = "created_at")
    Instant createdAt;
}
