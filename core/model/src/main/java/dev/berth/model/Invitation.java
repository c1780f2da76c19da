package dev.berth.model;

import java.time.Instant;

/**
 * An address that is asked into a tenant.
 *
 * @param id names it
 * @param tenant the tenant
 * @param email who may come
 * @param role what he may do there then
 * @param expiresAt until when it is good
 */
public record Invitation(
        InvitationId id, TenantId tenant, Email email, Role role, Instant expiresAt) {}
