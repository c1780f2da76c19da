package dev.berth.store.worker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What runs of a release; written by SQL. */
@Entity
@Table(name = "release_status")
class ReleaseStatusRow {

    @Id
    @Column(name = "release_id")
    long releaseId;

    int wanted;

    int weight;

    @Column(name = "idle_since")
    Instant idleSince;

    @Column(name = "seen_requests")
    long seenRequests;

    @Column(name = "seen_errors")
    long seenErrors;

    @Column(name = "seen_latency")
    long seenLatency;

    String endpoints;

    String failure;
}
