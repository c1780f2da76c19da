package dev.berth.store;

import dev.berth.intent.tenant.Quota;
import dev.berth.intent.tenant.QuotaStore;
import dev.berth.model.Quantity;
import dev.berth.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps quotas, and counts what is used of them. */
final class SqlQuotas implements QuotaStore {

    // a size is text such as 500Mi: those of one size are added up here, the sizes by us
    private static final String WORKERS =
            """
            SELECT memory, count(*) AS workers, sum(max_replicas) AS replicas
            FROM workers WHERE tenant_id = ? AND NOT deleted GROUP BY memory
            """;
    private static final String OTHERS =
            """
            SELECT (SELECT coalesce(sum(size), 0) FROM sources WHERE tenant_id = t.id) AS bytes,
                (SELECT count(*) FROM projects WHERE tenant_id = t.id) AS projects,
                (SELECT count(*) FROM members WHERE tenant_id = t.id)
                    + (SELECT count(*) FROM invitations
                        WHERE tenant_id = t.id AND expires_at > now()) AS members
            FROM tenants t WHERE t.id = ?
            """;

    private final JpaTransactions transactions;

    SqlQuotas(JpaTransactions transactions) {
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
        UUID id = tenant.value();
        Sql sql = transactions.sql();
        List<OfOneSize> workers = sql.query(WORKERS, SqlQuotas::ofOneSize, id);
        used.put(Quota.WORKERS, workers.stream().mapToLong(OfOneSize::workers).sum());
        used.put(Quota.REPLICAS, workers.stream().mapToLong(OfOneSize::replicas).sum());
        used.put(
                Quota.MEMORY,
                workers.stream().mapToLong(OfOneSize::memory).reduce(0, SqlQuotas::sum));
        sql.first(OTHERS, SqlQuotas::others, id).ifPresent(used::putAll);
        return used;
    }

    private static OfOneSize ofOneSize(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        long replicas = columns.number("replicas");
        long bytes = Quantity.bytes(columns.text("memory")).orElseThrow();
        return new OfOneSize(
                columns.number("workers"),
                replicas,
                bytes > Long.MAX_VALUE / replicas ? Long.MAX_VALUE : bytes * replicas);
    }

    private static Map<Quota, Long> others(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return Map.of(
                Quota.SOURCE_BYTES, columns.number("bytes"),
                Quota.PROJECTS, columns.number("projects"),
                Quota.MEMBERS, columns.number("members"));
    }

    // more than a number can say is the most that it can
    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private record OfOneSize(long workers, long replicas, long memory) {}
}
