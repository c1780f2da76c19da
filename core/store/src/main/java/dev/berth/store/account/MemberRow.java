package dev.berth.store.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a user may do in a tenant. */
@Entity
@Table(name = "members")
@IdClass(MemberKey.class)
class MemberRow {

    @Id
    @Column(name = "tenant_id")
    UUID tenantId;

    @Id
    @Column(name = "user_id")
    UUID userId;

    String role;
}
