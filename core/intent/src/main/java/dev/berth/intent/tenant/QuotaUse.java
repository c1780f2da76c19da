package dev.berth.intent.tenant;

import java.util.OptionalLong;

/**
 * A quota of a tenant.
 *
 * @param quota which
 * @param limit how much it may have; empty for no limit
 * @param used how much it has
 */
public record QuotaUse(Quota quota, OptionalLong limit, long used) {}
