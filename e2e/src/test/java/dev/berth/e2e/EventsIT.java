package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever follows the events sees a whole deployment, however often he is cut off. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] PROGRAM =
            Sources.archive(Sources.server(), Sources.manifest("java", "Server.java", "PORT", "0"));

    private final StartedBerth berth = SharedBerth.get();

    @Test
    void followerWhoIsCutOffAfterEachEventSeesWhatAnotherSeesWhole() throws Exception {
        try (Client client = new Client(berth);
                EventClient whole = EventClient.of(berth, "")) {
            String start = whole.position();
            TestWorker worker = TestWorker.create(client);
            worker.deploy(PROGRAM, Map.of());
            List<JsonNode> told = until(whole, worker, "task succeeded");

            List<JsonNode> pieces = new ArrayList<>();
            String last = start;
            while (pieces.size() < told.size()) {
                try (EventClient piece = EventClient.of(berth, last)) {
                    JsonNode event = piece.next();
                    last = event.path("position").asText();
                    if (isOf(event, worker)) {
                        pieces.add(event);
                    }
                }
            }

            assertThat(pieces).isEqualTo(told);
            assertThat(told)
                    .extracting(EventsIT::line)
                    .containsSubsequence(
                            "task pending",
                            "task running",
                            "version loading",
                            "version success",
                            "worker active",
                            "task succeeded");
            assertThat(told)
                    .allSatisfy(
                            event -> {
                                assertThat(event.path("tenant").asText()).isNotEmpty();
                                assertThat(event.path("actor").asText()).isNotEmpty();
                                assertThat(event.toString()).doesNotContain("@");
                            });
            client.delete("/api/v1/worker/" + worker.id());
            assertThat(until(whole, worker, "worker deleted")).isNotEmpty();
        }
    }

    @Test
    void commandLinePrintsEventsAsTheyCome() throws Exception {
        String start;
        try (EventClient events = EventClient.of(berth, "")) {
            start = events.position();
        }
        try (Client client = new Client(berth)) {
            TestWorker worker = TestWorker.create(client);
            worker.deploy(PROGRAM, Map.of());

            String printed =
                    berth.berth("events", "--json", "--after", start, "--count", "1").succeeded();

            assertThat(JSON.readTree(printed).path("type").asText())
                    .isEqualTo("dev.berth.task.status");
            assertThat(berth.berth("events", "--after", start, "--count", "2").succeeded())
                    .contains("pending");
            String audit = berth.berth("audit", "--target", worker.id()).succeeded();
            assertThat(audit).contains("worker.deploy", "worker.create", "done");
            client.delete("/api/v1/worker/" + worker.id());
        }
    }

    private static List<JsonNode> until(EventClient client, TestWorker worker, String line) {
        List<JsonNode> events = new ArrayList<>();
        do {
            JsonNode event = client.next();
            if (isOf(event, worker)) {
                events.add(event);
            }
        } while (events.isEmpty() || !line(events.getLast()).equals(line));
        return events;
    }

    private static boolean isOf(JsonNode event, TestWorker worker) {
        return event.at("/data/worker_id").asText().equals(worker.id());
    }

    private static String line(JsonNode event) {
        String kind = event.path("type").asText().replaceAll("dev\\.berth\\.|\\.status", "");
        return kind + " " + event.at("/data/status").asText();
    }
}
