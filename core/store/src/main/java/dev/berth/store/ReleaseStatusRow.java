package dev.berth.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What runs of a release; written by SQL. */
@Entity
@Table(name = "release_status")
class ReleaseStatusRow {

    @Id
    @Column(name = "release_id")
    long releaseId;

    int wanted;

    int weight;

    String endpoints;

    String failure;
}
