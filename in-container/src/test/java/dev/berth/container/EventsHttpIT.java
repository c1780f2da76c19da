package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.container.Client.Answer;
import dev.berth.container.FollowedEvents.Block;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients of Outer see of events. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventsHttpIT extends DeployedGateways {

    private static final String EVENTS = "/api/v1/events";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int MOST = 20;

    @Test
    void eventComesWithinASecondWithItsTenantAndItsActor() {
        String worker = worker("told");
        String tenant = tenant(worker);
        try (FollowedEvents events = follow("")) {
            events.block();
            long begun = System.nanoTime();

            deploy(worker);
            Block event = events.event();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            assertThat(event.id()).matches("[0-9]+\\.[0-9]+");
            assertThat(event.data().path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.data().path("type").asText()).isEqualTo("dev.berth.task.status");
            assertThat(event.data().path("tenant").asText()).isEqualTo(tenant);
            assertThat(UUID.fromString(event.data().path("actor").asText())).isNotNull();
            assertThat(event.data().at("/data/worker_id").asText()).isEqualTo(worker);
            assertThat(event.data().toString()).doesNotContain("@");
        }
    }

    @Test
    void whoComesBackMissesNothing() {
        String worker = worker("missed");
        List<String> whole = new ArrayList<>();
        try (FollowedEvents events = follow("")) {
            deploy(worker);
            while (!whole.toString().contains("failed")) {
                Block event = events.event();
                whole.add(event.id() + " " + event.data().at("/data/status").asText());
            }
        }

        for (int seen = 1; seen < whole.size(); seen++) {
            List<String> rest = new ArrayList<>();
            try (FollowedEvents events = follow(whole.get(seen - 1).split(" ", 2)[0])) {
                while (rest.size() < whole.size() - seen) {
                    Block event = events.event();
                    rest.add(event.id() + " " + event.data().at("/data/status").asText());
                }
            }
            assertThat(rest).isEqualTo(whole.subList(seen, whole.size()));
        }
    }

    @Test
    void placeThatAQuietStreamNamesIsOneToComeBackTo() {
        String start;
        try (FollowedEvents events = follow("")) {
            start = events.block().id();
        }
        String worker = worker("quiet");
        deploy(worker);

        try (FollowedEvents events = follow(start)) {
            assertThat(events.event().data().at("/data/worker_id").asText()).isEqualTo(worker);
        }
    }

    @Test
    void whoComesBackTooLateIsToldFirst() throws SQLException {
        String start;
        try (FollowedEvents events = follow("")) {
            start = events.block().id();
        }
        superuser("UPDATE outbox_floor SET xid = pg_current_xact_id()");

        try (FollowedEvents events = follow(start)) {
            events.block();
            Block first = events.block();

            assertThat(first.name()).isEqualTo("reset");
            assertThat(first.data().path("message").asText()).contains("not kept any more");
            deploy(worker("late"));
            assertThat(events.event().name()).isEmpty();
        }
    }

    @Test
    void streamEndsSoonAfterItsTokenIsRevoked() {
        Answer made =
                developer()
                        .post("/api/v1/tokens", "{\"name\": \"follows\", \"scopes\": [\"read\"]}");
        try (FollowedEvents events =
                new FollowedEvents(outer.with(made.text("token")).events(""))) {
            events.block();
            long begun = System.nanoTime();

            developer().delete("/api/v1/tokens/" + made.text("id"));
            events.untilItEnds();

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(SOON.multipliedBy(6));
        }
    }

    @Test
    void whatIsNoIdOfAnEventIsRefused() {
        assertThat(developer().get(EVENTS, "Last-Event-ID", "yesterday").pointer())
                .isEqualTo("/last-event-id");
    }

    @Test
    void userHasOnlySoManyStreamsAndThoseThatEndedCountNoMore() {
        Client ada = outer.with(session());
        for (int n = 0; n <= MOST; n++) {
            assertThat(ada.head(EVENTS)).isEqualTo(200);
        }
        List<FollowedEvents> open = new ArrayList<>();
        try {
            for (int n = 0; n < MOST; n++) {
                FollowedEvents events = new FollowedEvents(ada.events(""));
                open.add(events);
                events.block();
            }

            assertThat(ada.get(EVENTS).status()).isEqualTo(429);
        } finally {
            open.forEach(FollowedEvents::close);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> ada.head(EVENTS) == 200);
    }

    private FollowedEvents follow(String last) {
        return new FollowedEvents(developer().events(last));
    }

    private void deploy(String worker) {
        Answer answer =
                developer()
                        .post(
                                "/api/v1/worker/deploy",
                                "{\"worker_id\": \"%s\", \"image\": \"web:1\"}".formatted(worker));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private String tenant(String worker) {
        return developer().get("/api/v1/worker/" + worker).body().at("/worker/tenant_id").asText();
    }

    private static void superuser(String statement) throws SQLException {
        try (Connection superuser = TestServer.get().database().superuser().getConnection();
                Statement open = superuser.createStatement()) {
            open.executeUpdate(statement);
        }
    }
}
