package dev.berth.store.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A task; how far it is, Inner writes by SQL. */
@Entity
@Table(name = "tasks")
class TaskRow {

    @Id UUID id;

    @Column(name = "seq", insertable = false, updatable = false)
    long seq;

    String type;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "worker_id")
    String workerId;

    long generation;

    @Column(name = "request_id")
    String requestId;

    @Column(name = "actor", updatable = false)
    String actor;

    @Column(name = "traceparent", updatable = false)
    String traceparent;

    @Column(name = "afresh", updatable = false)
    boolean afresh;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "state", insertable = false, updatable = false)
    String state;

    @Column(name = "attempts", insertable = false, updatable = false)
    int attempts;

    @Column(name = "error", insertable = false, updatable = false)
    String error;

    @Column(name = "finished_at", insertable = false, updatable = false)
    Instant finishedAt;
}
