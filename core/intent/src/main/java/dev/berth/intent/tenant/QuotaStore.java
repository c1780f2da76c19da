package dev.berth.intent.tenant;

import dev.berth.model.TenantId;
import java.util.Map;

/** Where quotas are kept, and what counts against them. Every method needs a transaction. */
public interface QuotaStore {

    /** Returns how much {@code tenant} may have; what is not in it has no limit. */
    Map<Quota, Long> limits(TenantId tenant);

    /** Limits a tenant that has no limits yet. */
    void add(TenantId tenant, Map<Quota, Long> limits);

    /** Has other transactions that lock what {@code tenant} has wait until this one ends. */
    void lock(TenantId tenant);

    /** Returns how much {@code tenant} has, of everything. */
    Map<Quota, Long> used(TenantId tenant);
}
