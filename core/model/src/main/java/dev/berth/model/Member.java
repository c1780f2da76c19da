package dev.berth.model;

/**
 * Somebody who belongs to a tenant.
 *
 * @param user who
 * @param email his address
 * @param role what he may do there
 * @param personal whether it is his personal tenant
 */
public record Member(UserId user, String email, Role role, boolean personal) {}
