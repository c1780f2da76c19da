package dev.berth.store.usage;

import dev.berth.model.Quantity;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts what a tenant has, by the names of quotas. */
final class HeldCounts {

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

    private HeldCounts() {}

    static Map<String, Long> of(Sql sql, UUID tenant) {
        Map<String, Long> held = new LinkedHashMap<>();
        List<OfOneSize> workers = sql.query(WORKERS, HeldCounts::ofOneSize, tenant);
        held.put("workers", workers.stream().mapToLong(OfOneSize::workers).sum());
        held.put("replicas", workers.stream().mapToLong(OfOneSize::replicas).sum());
        held.put(
                "memory", workers.stream().mapToLong(OfOneSize::memory).reduce(0, HeldCounts::sum));
        sql.first(OTHERS, HeldCounts::others, tenant).ifPresent(held::putAll);
        return held;
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

    private static Map<String, Long> others(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        Map<String, Long> others = new LinkedHashMap<>();
        others.put("source_bytes", columns.number("bytes"));
        others.put("projects", columns.number("projects"));
        others.put("members", columns.number("members"));
        return others;
    }

    // more than a number can say is the most that it can
    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private record OfOneSize(long workers, long replicas, long memory) {}
}
