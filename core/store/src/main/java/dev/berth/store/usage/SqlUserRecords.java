package dev.berth.store.usage;

import dev.berth.model.Held;
import dev.berth.model.HeldWorker;
import dev.berth.model.Holding;
import dev.berth.model.UserId;
import dev.berth.model.UserReport;
import dev.berth.model.WorkerId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Json;
import dev.berth.store.sql.Sql;
import dev.berth.work.user.UserRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts what users have, and keeps what was found. */
public final class SqlUserRecords implements UserRecords {

    private static final String ACCOUNT =
            """
            SELECT t.id,
                EXISTS (SELECT FROM members m WHERE m.tenant_id = t.id
                    AND m.user_id = t.personal_of AND m.role = 'owner') AS owner,
                EXISTS (SELECT FROM projects p
                    WHERE p.tenant_id = t.id AND p.name = 'default') AS project
            FROM tenants t WHERE t.personal_of = ?
            """;
    private static final String LIMITS = "SELECT quota, most FROM quotas WHERE tenant_id = ?";

    /**
     * Of workers that nobody works on, those that are not as they are wanted; the first of them.
     */
    private static final String WORKERS =
            """
            SELECT w.id, w.deleted, w.generation, coalesce(s.observed, 0) AS observed,
                coalesce(i.wanted, 0) AS wanted, coalesce(i.running, 0) AS running
            FROM workers w LEFT JOIN worker_status s ON s.worker_id = w.id
                LEFT JOIN LATERAL (
                    SELECT sum(x.wanted) AS wanted, sum(jsonb_array_length(x.endpoints)) AS running
                    FROM releases r JOIN release_status x ON x.release_id = r.id
                    WHERE r.worker_id = w.id) i ON true
            WHERE w.tenant_id = ? AND (w.release_id IS NOT NULL OR w.deleted)
                AND (w.deleted OR coalesce(s.observed, 0) < w.generation
                    OR s.phase = 'active' AND i.wanted IS DISTINCT FROM i.running)
                AND NOT EXISTS (
                    SELECT FROM tasks k
                    WHERE k.worker_id = w.id AND k.state IN ('pending', 'running', 'retrying'))
            ORDER BY w.id LIMIT 100
            """;

    private static final String SAVE =
            """
            INSERT INTO user_reports (user_id, audited_at, holdings, differences)
            VALUES (?, now(), ?::jsonb, ?::jsonb)
            ON CONFLICT (user_id) DO UPDATE SET audited_at = excluded.audited_at,
                holdings = excluded.holdings, differences = excluded.differences
            """;

    private final JpaTransactions transactions;

    public SqlUserRecords(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Held held(UserId user) {
        return transactions.call(
                () -> {
                    Sql sql = transactions.sql();
                    return sql.first(ACCOUNT, SqlUserRecords::account, user.value())
                            .map(account -> held(sql, account))
                            .orElseGet(() -> new Held(false, false, false, List.of(), List.of()));
                });
    }

    @Override
    public void save(UserReport report) {
        transactions.run(
                () ->
                        transactions
                                .sql()
                                .update(
                                        SAVE,
                                        report.user().value(),
                                        HoldingsJson.write(report.holdings()),
                                        Json.text(report.differences())));
    }

    private static Held held(Sql sql, Account account) {
        return new Held(
                true,
                account.owner(),
                account.project(),
                holdings(sql, account.tenant()),
                sql.query(WORKERS, SqlUserRecords::worker, account.tenant()));
    }

    private static List<Holding> holdings(Sql sql, UUID tenant) {
        Map<String, Long> limits =
                sql
                        .query(
                                LIMITS,
                                row -> Map.entry(row.getString("quota"), row.getLong("most")),
                                tenant)
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return HeldCounts.of(sql, tenant).entrySet().stream()
                .map(held -> new Holding(held.getKey(), held.getValue(), limit(limits, held)))
                .toList();
    }

    private static OptionalLong limit(Map<String, Long> limits, Map.Entry<String, Long> held) {
        return Optional.ofNullable(limits.get(held.getKey()))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static HeldWorker worker(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new HeldWorker(
                new WorkerId(columns.text("id")),
                columns.flag("deleted"),
                columns.number("generation"),
                columns.number("observed"),
                columns.number("wanted"),
                columns.number("running"));
    }

    private record Account(UUID tenant, boolean owner, boolean project) {}

    private static Account account(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Account(columns.id("id"), columns.flag("owner"), columns.flag("project"));
    }
}
