package dev.berth.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An encrypted revision of a configuration; added by SQL, for its number. */
@Entity
@Table(name = "config_revisions")
class ConfigRow {

    @Id long id;

    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "worker_id")
    String workerId;

    @Column(name = "key_id")
    String keyId;

    byte[] nonce;

    byte[] ciphertext;
}
