package dev.berth.store.worker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What has become of a worker; written by SQL, for its fence and its JSON. */
@Entity
@Table(name = "worker_status")
class WorkerStatusRow {

    @Id
    @Column(name = "worker_id")
    String workerId;

    long observed;

    String phase;

    @Column(name = "active_version")
    Long activeVersion;

    String conditions;

    String message;

    String step;

    @Column(name = "step_since")
    Instant stepSince;

    @Column(name = "step_shifted")
    Instant stepShifted;

    long rollout;

    long followed;

    Long refused;

    Long serving;

    Long warm;

    @Column(name = "warm_until")
    Instant warmUntil;

    @Column(name = "look_at")
    Instant lookAt;
}
