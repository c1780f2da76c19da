package dev.berth.store.usage;

import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import dev.berth.work.usage.UsageReport;
import dev.berth.work.usage.UsageReports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Keeps what is reported of the use of resources. */
public record SqlUsageReports(JpaTransactions transactions) implements UsageReports {

    private static final String KNOWN =
            "SELECT personal_of FROM tenants WHERE personal_of = ANY (?)";

    private static final String KEEP =
            """
            INSERT INTO usage_reports (tenant_id, resource_type, resource_id, span_start, span_end,
                datachange)
            SELECT t.id, ?, ?, ?, ?, ? FROM tenants t WHERE t.personal_of = ?
            ON CONFLICT DO NOTHING
            """;

    @Override
    public Kept keep(List<UsageReport> reports) {
        return transactions.call(() -> keep(transactions.sql(), reports));
    }

    private static Kept keep(Sql sql, List<UsageReport> reports) {
        Set<UUID> known = known(sql, reports);
        List<Integer> strangers =
                IntStream.range(0, reports.size())
                        .filter(place -> !known.contains(reports.get(place).user().value()))
                        .boxed()
                        .toList();
        return strangers.isEmpty()
                ? new Kept.All(reports.stream().mapToInt(report -> add(sql, report)).sum())
                : new Kept.Strangers(strangers);
    }

    private static Set<UUID> known(Sql sql, List<UsageReport> reports) {
        Object[] users = reports.stream().map(report -> report.user().value()).distinct().toArray();
        Sql.Bound array =
                (statement, index) ->
                        statement.setArray(
                                index, statement.getConnection().createArrayOf("uuid", users));
        return new HashSet<>(
                sql.query(KNOWN, row -> row.getObject("personal_of", UUID.class), array));
    }

    private static int add(Sql sql, UsageReport report) {
        return sql.update(
                KEEP,
                report.type().word(),
                report.resource(),
                report.start(),
                report.end(),
                report.datachange(),
                report.user().value());
    }
}
