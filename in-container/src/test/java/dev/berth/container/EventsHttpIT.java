package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.container.Client.Answer;
import dev.berth.container.FollowedEvents.Block;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients of Outer see of events. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventsHttpIT extends DeployedGateways {

    private static final String EVENTS = "/api/v1/events";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int MOST = 20;
    private static final int MISSED = 4;

    @Test
    void eventComesWithinASecondWithItsTenantAndItsActor() {
        String worker = worker(fresh());
        String tenant = tenant(worker);
        try (FollowedEvents events = follow("")) {
            events.block();
            long begun = System.nanoTime();

            deploy(worker);
            Block event = eventOf(worker, events);

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
        String worker = worker(fresh());
        List<String> whole = new ArrayList<>();
        try (FollowedEvents events = follow("")) {
            for (int n = 0; n < MISSED; n++) {
                deploy(worker);
            }
            while (whole.size() < MISSED) {
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
        String start = place();
        String worker = worker(fresh());
        deploy(worker);

        try (FollowedEvents events = follow(start)) {
            assertThat(eventOf(worker, events).data().at("/data/status").asText())
                    .isEqualTo("pending");
        }
    }

    @Test
    void whoComesBackTooLateIsToldFirst() {
        String start = place();
        // where nothing was written since, the place is in that very transaction
        Superuser.update("UPDATE outbox_floor SET xid = pg_current_xact_id(), seq = 1000000");
        await().until(() -> !place().equals(start));

        try (FollowedEvents events = follow(start)) {
            events.block();
            Block first = events.block();

            assertThat(first.name()).isEqualTo("reset");
            assertThat(first.data().path("message").asText()).contains("not kept any more");
            deploy(worker(fresh()));
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
    void whoSignsFollowsLikeWhoShowsAToken() {
        String[] headers = signing().two("GET", EVENTS, "", Signing.digest(new byte[0]));
        try (FollowedEvents events = new FollowedEvents(outer.events("", headers))) {
            events.block();
            String worker = worker(fresh());

            deploy(worker);
            Block event = eventOf(worker, events);

            assertThat(event.data().path("type").asText()).isEqualTo("dev.berth.task.status");
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
        List<FollowedEvents> open = new ArrayList<>();
        try {
            for (int n = 0; n < MOST; n++) {
                FollowedEvents events = opened(ada);
                open.add(events);
                events.block();
            }

            assertThat(ada.get(EVENTS).status()).isEqualTo(429);
        } finally {
            open.forEach(FollowedEvents::close);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> status(ada.events("")) == 200);
    }

    @Test
    void streamHasNoHead() {
        assertThat(developer().head(EVENTS)).isEqualTo(405);
        assertThat(developer().head("/api/v1/worker/0badcafe/logs")).isEqualTo(405);
    }

    /** Returns where a stream begins now. */
    private String place() {
        try (FollowedEvents events = follow("")) {
            return events.block().id();
        }
    }

    /** Waits until the streams of other tests are known to have ended. */
    private static FollowedEvents opened(Client client) {
        return new FollowedEvents(
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> client.events(""), stream -> stream.statusCode() == 200));
    }

    private static int status(HttpResponse<Stream<String>> response) {
        response.body().close();
        return response.statusCode();
    }

    /** Waits for the first event of a worker; those of other tests go on as well. */
    private static Block eventOf(String worker, FollowedEvents events) {
        Block event = events.event();
        while (!event.data().at("/data/worker_id").asText().equals(worker)) {
            event = events.event();
        }
        return event;
    }

    private static String fresh() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
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
}
