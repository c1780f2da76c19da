package dev.berth.store.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.berth.intent.audit.Asked;
import dev.berth.intent.audit.AuditStore;
import dev.berth.intent.audit.Entry;
import dev.berth.intent.audit.EntryFilter;
import dev.berth.intent.audit.NewEntry;
import dev.berth.intent.audit.Outcome;
import dev.berth.intent.audit.Target;
import dev.berth.intent.audit.WayIn;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Json;
import dev.berth.store.sql.Sql;
import dev.berth.store.sql.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Keeps the log of who did what. */
public final class SqlAudit implements AuditStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** Of whom only the actor is known, the personal tenant has it. */
    private static final String ADD =
            """
            INSERT INTO audit_log (tenant_id, actor, way_in, source, request_id, operation,
                target_kind, target_id, changes, outcome, status)
            VALUES (coalesce(?::uuid, (SELECT id FROM tenants WHERE personal_of = ?::uuid)),
                ?::uuid, ?::text, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::integer)
            """;

    private static final String SHOWN =
            """
             FROM audit_log
            WHERE tenant_id = ?
                AND (?::uuid IS NULL OR actor = ?::uuid)
                AND (?::text IS NULL OR operation = ?::text
                    OR right(?::text, 1) = '.' AND starts_with(operation, ?::text))
                AND (?::text IS NULL OR target_id = ?::text)
                AND (?::timestamptz IS NULL OR at >= ?::timestamptz)
                AND (?::timestamptz IS NULL OR at < ?::timestamptz)
            """;

    private static final String COUNT = "SELECT count(*) AS total" + SHOWN;

    private static final String LIST =
            """
            SELECT seq, at, actor, way_in, source, request_id, operation, target_kind, target_id,
                changes::text AS changes, outcome, status
            """
                    + SHOWN
                    + " ORDER BY seq DESC LIMIT ? OFFSET ?";

    private final JpaTransactions transactions;

    public SqlAudit(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(NewEntry entry) {
        Asked asked = entry.asked();
        Optional<Object> actor = entry.actor().map(UserId::value);
        transactions
                .sql()
                .update(
                        ADD,
                        asked.caller().map(caller -> caller.tenant().value()),
                        actor,
                        actor,
                        asked.wayIn().map(Words::of),
                        asked.source(),
                        asked.requestId(),
                        asked.operation(),
                        entry.target().kind(),
                        entry.target().id(),
                        Json.text(entry.changes()),
                        Words.of(entry.outcome()),
                        entry.status());
    }

    @Override
    public Paged<Entry> list(TenantId tenant, EntryFilter filter, Page page) {
        Sql sql = transactions.sql();
        Object[] shown = shown(tenant, filter);
        long total = sql.first(COUNT, row -> row.getLong("total"), shown).orElseThrow();
        Object[] part = new Object[shown.length + 2];
        System.arraycopy(shown, 0, part, 0, shown.length);
        part[shown.length] = page.limit();
        part[shown.length + 1] = page.offset();
        return new Paged<>(sql.query(LIST, SqlAudit::entry, part), total);
    }

    private static Object[] shown(TenantId tenant, EntryFilter filter) {
        Optional<Object> actor = filter.actor().map(UserId::value);
        Optional<String> operation = filter.operation();
        return new Object[] {
            tenant.value(),
            actor,
            actor,
            operation,
            operation,
            operation,
            operation,
            filter.target(),
            filter.target(),
            filter.from(),
            filter.from(),
            filter.to(),
            filter.to()
        };
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Entry(
                columns.number("seq"),
                columns.moment("at"),
                Optional.ofNullable(columns.id("actor")).map(UserId::new),
                columns.optionalText("way_in").map(word -> Words.read(WayIn.class, word)),
                columns.text("source"),
                columns.text("request_id"),
                columns.text("operation"),
                new Target(columns.text("target_kind"), columns.text("target_id")),
                Json.read(columns.text("changes"), TEXTS),
                Words.read(Outcome.class, columns.text("outcome")),
                columns.optionalWhole("status"));
    }
}
