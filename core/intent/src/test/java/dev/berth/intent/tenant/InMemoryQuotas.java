package dev.berth.intent.tenant;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.TenantId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Keeps quotas for the length of a test, and says of what is used what the test says. */
public final class InMemoryQuotas implements QuotaStore {

    private final FakeTransactions transactions;
    private final Map<TenantId, Map<Quota, Long>> limits = new HashMap<>();
    private final Map<Quota, Long> used = new EnumMap<>(Quota.class);
    private int locks;

    /** Creates it empty: nobody has limits. */
    public InMemoryQuotas(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    /** Returns the use case over it, which gives new tenants nothing. */
    public static Quotas unlimited(FakeTransactions transactions) {
        return new Quotas(transactions, new InMemoryQuotas(transactions), Map.of());
    }

    /** Says that so much of it is used, by everybody. */
    public void use(Quota quota, long amount) {
        used.put(quota, amount);
    }

    int locks() {
        return locks;
    }

    @Override
    public Map<Quota, Long> limits(TenantId tenant) {
        transactions.mustBeOpen();
        return limits.getOrDefault(tenant, Map.of());
    }

    @Override
    public void add(TenantId tenant, Map<Quota, Long> most) {
        transactions.mustBeOpen();
        limits.put(tenant, Map.copyOf(most));
    }

    @Override
    public void lock(TenantId tenant) {
        transactions.mustBeOpen();
        locks++;
    }

    @Override
    public Map<Quota, Long> used(TenantId tenant) {
        transactions.mustBeOpen();
        return Map.copyOf(used);
    }
}
