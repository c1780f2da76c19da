package dev.berth.store.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.event.EventPosition;
import dev.berth.intent.event.EventStore;
import dev.berth.intent.event.KeptEvent;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.cron.CronJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Outer reads of the events that the triggers write. */
class SqlEventsIT {

    private static final World WORLD = new World();

    private final EventStore events = WORLD.outer.events();
    private final Tenant ada = WORLD.tenant();
    private EventPosition start = events.settled();

    @BeforeEach
    void empty() {
        WORLD.empty();
        start = events.settled();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void deploymentIsReadInOrderWithItsTenantAndItsActorAndNoAddress() {
        WORLD.deploy(ada, WORLD.worker(ada));
        WORLD.deploy(ada, WORLD.worker(ada));

        List<KeptEvent> read = events.between(start, end(), 100);

        assertThat(read).hasSize(2).isSortedAccordingTo(SqlEventsIT::order);
        assertThat(read)
                .allSatisfy(
                        event -> {
                            assertThat(event.tenant()).isEqualTo(ada.id());
                            assertThat(event.actor()).contains(World.ACTOR.toString());
                            assertThat(event.traceparent()).contains(World.TRACEPARENT);
                            assertThat(event.data()).doesNotContain("@");
                        });
    }

    @Test
    void transactionsThatCommitInReverseLoseNoEvent() throws SQLException {
        try (Connection first = WORLD.database.superuser().getConnection();
                Connection second = WORLD.database.superuser().getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            add(first, "first");
            add(second, "second");

            second.commit();
            EventPosition between = events.settled();
            List<String> early = subjects(start, between);
            first.commit();
            EventPosition end = end();

            assertThat(early).as("what may still be overtaken waits").isEmpty();
            assertThat(subjects(between, end)).containsExactly("first", "second");
        }
    }

    @Test
    void transactionThatBeganEarlyAndWroteLateLosesNoEvent() throws SQLException {
        try (Connection slow = WORLD.database.superuser().getConnection();
                Connection quick = WORLD.database.superuser().getConnection()) {
            slow.setAutoCommit(false);
            try (Statement statement = slow.createStatement()) {
                statement.execute("SELECT pg_current_xact_id()");
            }
            add(quick, "quick");
            EventPosition between = events.settled();
            List<String> early = subjects(start, between);
            add(slow, "slow");
            slow.commit();

            assertThat(early).isEmpty();
            assertThat(subjects(between, end())).containsExactly("slow", "quick");
        }
    }

    @Test
    void orderIsThatOfNumbersAndNotOfTexts() {
        WORLD.deploy(ada, WORLD.worker(ada));
        WORLD.deploy(ada, WORLD.worker(ada));
        WORLD.sql(
                "UPDATE outbox SET xid = CASE seq WHEN (SELECT min(seq) FROM outbox)"
                        + " THEN '9'::xid8 ELSE '10'::xid8 END");

        assertThat(events.between(new EventPosition(1, 0), end(), 10))
                .extracting(event -> event.position().transaction())
                .containsExactly(9L, 10L);
    }

    @Test
    void eachTenantReadsItsOwnAPageAtATime() {
        Tenant other = WORLD.tenant();
        WORLD.deploy(ada, WORLD.worker(ada));
        WORLD.deploy(other, WORLD.worker(other));
        WORLD.deploy(ada, WORLD.worker(ada));
        EventPosition end = end();

        List<KeptEvent> first = events.between(ada.id(), start, end, 1);
        List<KeptEvent> second = events.between(ada.id(), first.getFirst().position(), end, 10);

        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(events.between(other.id(), start, end, 10)).hasSize(1);
    }

    @Test
    void toldEventsStayUntilTheirTimeAndThenTheFloorRises() {
        WORLD.deploy(ada, WORLD.worker(ada));
        List<KeptEvent> read = events.between(start, end(), 10);
        int told = WORLD.inner.outbox().drain(10, List::size);

        assertThat(told).isEqualTo(1);
        assertThat(WORLD.inner.outbox().drain(10, List::size)).isZero();
        assertThat(events.between(start, end(), 10)).isEqualTo(read);
        assertThat(events.floor()).isLessThan(read.getFirst().position());
        CronJob purge = new CronJob.PurgeTold(Duration.ZERO);
        WORLD.inner.cron().fire(purge, Duration.ZERO);
        WORLD.inner.cron().fire(purge, Duration.ZERO);
        assertThat(events.between(start, end(), 10)).isEmpty();
        assertThat(events.floor()).isEqualTo(read.getLast().position());
    }

    @Test
    void whatWasNotToldStaysAndTheFloorNeverSinks() {
        WORLD.deploy(ada, WORLD.worker(ada));
        WORLD.inner.outbox().drain(10, List::size);
        WORLD.deploy(ada, WORLD.worker(ada));
        CronJob purge = new CronJob.PurgeTold(Duration.ZERO);
        WORLD.inner.cron().fire(purge, Duration.ZERO);
        WORLD.inner.cron().fire(purge, Duration.ZERO);
        EventPosition floor = events.floor();

        WORLD.sql("DELETE FROM outbox WHERE topic = 'berth.tasks.dlq'");

        assertThat(events.between(start, end(), 10)).hasSize(1);
        assertThat(events.floor()).isEqualTo(floor);
    }

    /** Returns a position behind all that is committed; the database may be at work itself. */
    private EventPosition end() {
        long last = WORLD.number("SELECT coalesce(max(xid::text::bigint), 0) FROM outbox");
        Awaitility.await().until(() -> events.settled().transaction() > last);
        return events.settled();
    }

    private List<String> subjects(EventPosition from, EventPosition until) {
        return events.between(from, until, 100).stream().map(KeptEvent::subject).toList();
    }

    private void add(Connection connection, String subject) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO outbox (topic, type, subject, tenant_id, worker_id, request_id, data)
                    VALUES ('berth.events', 'dev.berth.worker.status', '%s', '%s', '0badcafe', '',
                        '{}')
                    """
                            .formatted(subject, ada.id()));
        }
    }

    private static int order(KeptEvent one, KeptEvent other) {
        return one.position().compareTo(other.position());
    }
}
