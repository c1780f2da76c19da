package dev.berth.rest.outer.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.event.EventFeed;
import dev.berth.intent.event.EventPosition;
import dev.berth.intent.event.EventStore;
import dev.berth.intent.event.EventStreams;
import dev.berth.intent.event.KeptEvent;
import dev.berth.model.Caller;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventLinesTest {

    private static final Caller ADA =
            new Caller(
                    new UserId(new UUID(0, 1)),
                    "ada@example.org",
                    new TenantId(new UUID(0, 2)),
                    Role.VIEWER,
                    Optional.empty());

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final OneEvent store = new OneEvent();
    private final EventFeed feed = new EventFeed(store, Duration.ofMillis(1));

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void firstSaysWhereItIsAndWhenToComeBack() {
        try (EventLines lines = lines(Optional.empty())) {
            assertThat(lines.next()).hasValue("retry: 1000\nid: 8.0");
        }
    }

    @Test
    void eventIsACloudEventWithItsId() {
        try (EventLines lines = lines(Optional.of(new EventPosition(7, 0)))) {
            lines.next();

            assertThat(lines.next())
                    .hasValue(
                            """
                            id: 7.3
                            data: {"specversion":"1.0","id":"00000000-0000-0000-0000-000000000009",\
                            "source":"/berth/inner","type":"dev.berth.worker.status",\
                            "subject":"worker/0badcafe","time":"2026-11-21T09:00:00Z",\
                            "tenant":"00000000-0000-0000-0000-000000000002","actor":"u1",\
                            "requestid":"r1","position":"7.3",\
                            "datacontenttype":"application/json","data":{"status": "active"}}\
                            """);
        }
    }

    @Test
    void whatIsNotKeptAnyMoreIsSaidByAnEventOfThatName() {
        try (EventLines lines = lines(Optional.of(new EventPosition(1, 0)))) {
            lines.next();

            assertThat(lines.next())
                    .hasValueSatisfying(
                            block ->
                                    assertThat(block).startsWith("event: reset\nid: 8.0\ndata: {"));
        }
    }

    @Test
    void quietStreamSaysNowAndThenWhereItIs() {
        try (EventLines lines = lines(Optional.empty())) {
            lines.next();
            now.set(now.get().plus(EventLines.BEAT));

            assertThat(lines.next()).hasValue("id: 8.0");
        }
    }

    @Test
    void streamOfWhoMayNoLongerReadEnds() {
        try (EventLines lines = lines(Optional.of(new EventPosition(7, 0)))) {
            lines.next();
            allowed.set(false);
            now.set(now.get().plus(EventLines.CHECK));

            assertThat(lines.next()).isEmpty();
        }
    }

    @Test
    void streamEndsInTheEnd() {
        try (EventLines lines = lines(Optional.of(new EventPosition(7, 0)))) {
            lines.next();
            now.set(now.get().plus(EventLines.LONGEST));

            assertThat(lines.next()).isEmpty();
        }
    }

    private EventLines lines(Optional<EventPosition> last) {
        return new EventLines(
                new EventStreams(store, feed).open(ADA, last), allowed::get, now::get);
    }

    /** Keeps one event, and nothing before it. */
    private static final class OneEvent implements EventStore {

        private static final KeptEvent EVENT =
                new KeptEvent(
                        new EventPosition(7, 3),
                        new UUID(0, 9),
                        "dev.berth.worker.status",
                        "worker/0badcafe",
                        ADA.tenant(),
                        Optional.of("u1"),
                        "r1",
                        Optional.empty(),
                        "{\"status\": \"active\"}",
                        Instant.parse("2026-11-21T09:00:00Z"));

        @Override
        public EventPosition settled() {
            return new EventPosition(8, 0);
        }

        @Override
        public EventPosition floor() {
            return new EventPosition(6, 5);
        }

        @Override
        public List<KeptEvent> between(EventPosition from, EventPosition until, int most) {
            return from.compareTo(EVENT.position()) < 0 && EVENT.position().compareTo(until) <= 0
                    ? List.of(EVENT)
                    : List.of();
        }

        @Override
        public List<KeptEvent> between(
                TenantId tenant, EventPosition from, EventPosition until, int most) {
            return between(from, until, most);
        }
    }
}
