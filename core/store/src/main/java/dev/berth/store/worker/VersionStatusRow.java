package dev.berth.store.worker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What has become of a version; written by SQL. */
@Entity
@Table(name = "version_status")
class VersionStatusRow {

    @Id
    @Column(name = "version_id")
    long versionId;

    String phase;

    String message;
}
