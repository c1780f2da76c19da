package dev.berth.store.usage;

import dev.berth.intent.report.ReportStore;
import dev.berth.intent.report.ReportedUser;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Json;
import dev.berth.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what Inner found that users hold. */
public record SqlReports(JpaTransactions transactions) implements ReportStore {

    private static final String LIST =
            """
            SELECT u.id, u.email, u.created_at, t.id AS tenant_id, r.audited_at,
                r.holdings::text AS holdings, r.differences::text AS differences
            FROM users u LEFT JOIN tenants t ON t.personal_of = u.id
                LEFT JOIN user_reports r ON r.user_id = u.id
            ORDER BY u.created_at, u.id LIMIT ? OFFSET ?
            """;

    @Override
    public Paged<ReportedUser> list(Page page) {
        Sql sql = transactions.sql();
        List<ReportedUser> items = sql.query(LIST, SqlReports::user, page.limit(), page.offset());
        return new Paged<>(
                items,
                sql.first("SELECT count(*) FROM users", row -> row.getLong(1)).orElseThrow());
    }

    private static ReportedUser user(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        Optional<Instant> at = columns.optionalMoment("audited_at");
        return new ReportedUser(
                new UserId(columns.id("id")),
                columns.text("email"),
                Optional.ofNullable(columns.id("tenant_id")).map(TenantId::new),
                columns.moment("created_at"),
                at.isPresent() ? Optional.of(audit(at.get(), columns)) : Optional.empty());
    }

    private static ReportedUser.Audit audit(Instant at, Columns columns) throws SQLException {
        return new ReportedUser.Audit(
                at,
                HoldingsJson.read(columns.text("holdings")),
                Json.strings(columns.text("differences")));
    }
}
