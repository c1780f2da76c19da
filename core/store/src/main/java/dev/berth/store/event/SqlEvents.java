package dev.berth.store.event;

import dev.berth.intent.event.EventPosition;
import dev.berth.intent.event.EventStore;
import dev.berth.intent.event.KeptEvent;
import dev.berth.model.TenantId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The events that the triggers write, as Outer reads them. */
public final class SqlEvents implements EventStore {

    private static final String SETTLED =
            "SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS position, 0::bigint AS seq";

    private static final String FLOOR = "SELECT xid::text AS position, seq FROM outbox_floor";

    private static final String EVENTS =
            """
            SELECT xid::text AS position, seq, id, type, subject, tenant_id, actor, request_id,
                traceparent, data::text AS data, at
            FROM outbox
            WHERE topic = 'berth.events' AND (xid, seq) > (?::text::xid8, ?)
                AND (xid, seq) <= (?::text::xid8, ?)
            """;

    private static final String IN_ORDER = " ORDER BY xid, seq LIMIT ?";
    private static final String OF_ALL = EVENTS + IN_ORDER;
    private static final String OF_ONE = EVENTS + " AND tenant_id = ?" + IN_ORDER;

    private final JpaTransactions transactions;

    public SqlEvents(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public EventPosition settled() {
        return position(SETTLED);
    }

    @Override
    public EventPosition floor() {
        return position(FLOOR);
    }

    @Override
    public List<KeptEvent> between(EventPosition from, EventPosition until, int most) {
        return transactions.statement(
                sql ->
                        sql.query(
                                OF_ALL,
                                SqlEvents::event,
                                Long.toString(from.transaction()),
                                from.number(),
                                Long.toString(until.transaction()),
                                until.number(),
                                most));
    }

    @Override
    public List<KeptEvent> between(
            TenantId tenant, EventPosition from, EventPosition until, int most) {
        return transactions.statement(
                sql ->
                        sql.query(
                                OF_ONE,
                                SqlEvents::event,
                                Long.toString(from.transaction()),
                                from.number(),
                                Long.toString(until.transaction()),
                                until.number(),
                                tenant.value(),
                                most));
    }

    private EventPosition position(String query) {
        return transactions.statement(sql -> sql.first(query, SqlEvents::position).orElseThrow());
    }

    private static EventPosition position(ResultSet row) throws SQLException {
        return new EventPosition(Long.parseLong(row.getString("position")), row.getLong("seq"));
    }

    private static KeptEvent event(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new KeptEvent(
                position(row),
                columns.id("id"),
                columns.text("type"),
                columns.text("subject"),
                new TenantId(columns.id("tenant_id")),
                columns.optionalText("actor"),
                columns.text("request_id"),
                columns.optionalText("traceparent"),
                columns.text("data"),
                columns.moment("at"));
    }
}
