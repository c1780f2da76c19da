package dev.berth.store.usage;

import dev.berth.intent.usage.ResourceUsage;
import dev.berth.intent.usage.ResourceUsageStore;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.ResourceType;
import dev.berth.model.TenantId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import dev.berth.store.sql.Words;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Adds up what was reported of the use of resources; the tenant is in every condition. */
public record SqlResourceUsage(JpaTransactions transactions) implements ResourceUsageStore {

    private static final String SHOWN =
            """
            FROM usage_reports
            WHERE tenant_id = ? AND (?::timestamptz IS NULL OR span_start >= ?::timestamptz)
                AND (?::timestamptz IS NULL OR span_start < ?::timestamptz)
            """;

    /** More than a number can say is the most that it can. */
    private static final String LIST =
            """
            SELECT resource_type, resource_id, count(*) AS reports,
                least(greatest(sum(datachange), -9223372036854775807), 9223372036854775807)::bigint
                    AS datachange,
                min(span_start) AS begun, max(span_end) AS ended
            """
                    + SHOWN
                    + """
                    GROUP BY resource_type, resource_id
                    ORDER BY resource_type, resource_id LIMIT ? OFFSET ?
                    """;

    private static final String COUNT =
            "SELECT count(DISTINCT (resource_type, resource_id)) AS total " + SHOWN;

    @Override
    public Paged<ResourceUsage> list(TenantId tenant, Period period, Page page) {
        Sql sql = transactions.sql();
        Object id = tenant.value();
        long total =
                sql.first(
                                COUNT,
                                row -> row.getLong("total"),
                                id,
                                period.from(),
                                period.from(),
                                period.to(),
                                period.to())
                        .orElseThrow();
        return new Paged<>(
                sql.query(
                        LIST,
                        SqlResourceUsage::usage,
                        id,
                        period.from(),
                        period.from(),
                        period.to(),
                        period.to(),
                        page.limit(),
                        page.offset()),
                total);
    }

    private static ResourceUsage usage(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new ResourceUsage(
                Words.read(ResourceType.class, columns.text("resource_type")),
                columns.text("resource_id"),
                columns.number("datachange"),
                columns.number("reports"),
                columns.moment("begun"),
                columns.moment("ended"));
    }
}
