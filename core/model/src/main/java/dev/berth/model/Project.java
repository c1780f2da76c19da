package dev.berth.model;

import java.time.Instant;

/**
 * A group of workers in a tenant.
 *
 * @param id names it
 * @param name its name, unique in the tenant
 * @param createdAt since when there is it
 */
public record Project(ProjectId id, String name, Instant createdAt) {}
