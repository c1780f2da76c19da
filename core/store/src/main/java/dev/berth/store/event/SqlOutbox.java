package dev.berth.store.event;

import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import dev.berth.work.event.EventPublisher;
import dev.berth.work.event.Outbox;
import dev.berth.work.event.StatusEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table that the triggers write events to. */
public final class SqlOutbox implements Outbox {

    /** Lets one at a time publish: what several did at once would be out of order. */
    private static final String TURN = "SELECT pg_try_advisory_xact_lock(7261, 1)";

    private static final String OLDEST =
            """
            SELECT seq, id, topic, type, subject, tenant_id, worker_id, actor, request_id,
                traceparent, data::text AS data, at
            FROM outbox WHERE relayed_at IS NULL ORDER BY seq LIMIT ?
            """;

    private static final String EVENTS = "berth.events";
    private static final String STAYS = "UPDATE outbox SET relayed_at = now() WHERE seq = ANY (?)";
    private static final String GOES =
            "DELETE FROM outbox WHERE seq = ANY (?) AND topic <> 'berth.events'";

    private final JpaTransactions transactions;

    public SqlOutbox(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int drain(int most, EventPublisher publisher) {
        return transactions.call(() -> drain(transactions.sql(), most, publisher));
    }

    private static int drain(Sql sql, int most, EventPublisher publisher) {
        if (!sql.first(TURN, row -> row.getBoolean(1)).orElse(false)) {
            return 0;
        }
        List<StatusEvent> oldest = sql.query(OLDEST, SqlOutbox::event, most);
        int told = oldest.isEmpty() ? 0 : publisher.publish(oldest);
        settle(sql, oldest.subList(0, told));
        return told;
    }

    /**
     * Events stay a while for clients who come back; records of failed tasks were for operators.
     */
    private static void settle(Sql sql, List<StatusEvent> told) {
        List<StatusEvent> events =
                told.stream().filter(event -> event.topic().equals(EVENTS)).toList();
        if (!events.isEmpty()) {
            sql.update(STAYS, numbers(events));
        }
        if (events.size() < told.size()) {
            sql.update(GOES, numbers(told));
        }
    }

    private static Sql.Bound numbers(List<StatusEvent> told) {
        Object[] numbers = told.stream().map(StatusEvent::sequence).toArray();
        return (statement, index) ->
                statement.setArray(
                        index, statement.getConnection().createArrayOf("bigint", numbers));
    }

    private static StatusEvent event(ResultSet row) throws SQLException {
        return new StatusEvent(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("tenant_id"),
                row.getString("worker_id"),
                new StatusEvent.Cause(
                        Optional.ofNullable(row.getString("actor")),
                        row.getString("request_id"),
                        Optional.ofNullable(row.getString("traceparent"))),
                row.getString("data"),
                row.getTimestamp("at").toInstant());
    }
}
