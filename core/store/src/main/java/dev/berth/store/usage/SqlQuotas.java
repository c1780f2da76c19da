package dev.berth.store.usage;

import dev.berth.intent.tenant.Quota;
import dev.berth.intent.tenant.QuotaStore;
import dev.berth.model.TenantId;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import java.util.EnumMap;
import java.util.Map;

/** Keeps quotas, and counts what is used of them. */
public final class SqlQuotas implements QuotaStore {

    private final JpaTransactions transactions;

    public SqlQuotas(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<Quota, Long> limits(TenantId tenant) {
        Map<Quota, Long> limits = new EnumMap<>(Quota.class);
        transactions
                .sql()
                .query(
                        "SELECT quota, most FROM quotas WHERE tenant_id = ?",
                        row -> Map.entry(row.getString("quota"), row.getLong("most")),
                        tenant.value())
                .forEach(
                        row -> limits.put(Quota.parse(row.getKey()).orElseThrow(), row.getValue()));
        return limits;
    }

    @Override
    public void add(TenantId tenant, Map<Quota, Long> limits) {
        Sql sql = transactions.sql();
        limits.forEach(
                (quota, most) -> {
                    var _ =
                            sql.update(
                                    "INSERT INTO quotas (tenant_id, quota, most) VALUES (?, ?, ?)",
                                    tenant.value(),
                                    quota.word(),
                                    most);
                });
    }

    @Override
    public void lock(TenantId tenant) {
        transactions.sql().lock("quotas of " + tenant);
    }

    @Override
    public Map<Quota, Long> used(TenantId tenant) {
        Map<Quota, Long> used = new EnumMap<>(Quota.class);
        HeldCounts.of(transactions.sql(), tenant.value())
                .forEach((quota, held) -> used.put(Quota.parse(quota).orElseThrow(), held));
        return used;
    }
}
