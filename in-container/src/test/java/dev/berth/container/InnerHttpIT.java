package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Outer, and nobody else, sees of Inner. */
class InnerHttpIT extends DeployedGateways {

    private static final String ACCEPT = "/api/v1/acceptTask";
    private static final String NOWHERE = "0badcafe";

    @Test
    void tokensOfUsersOpenNoRoute() {
        Client user = inner.with(session());

        assertThat(routes())
                .allSatisfy(
                        route -> {
                            Answer answer = call(user, route, "/api/v1");
                            assertThat(answer.status()).as(route.name()).isEqualTo(401);
                            assertThat(answer.text("detail")).contains("Outer");
                        });
    }

    @Test
    void withoutTokenEverythingIsRefusedByBothPaths() {
        assertThat(routes())
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        route -> {
                            Answer answer = call(inner, route, "/api/v1");
                            assertThat(answer.status()).as(route.name()).isEqualTo(401);
                            assertThat(Masked.of(call(inner, route, "/api"), ""))
                                    .isEqualTo(Masked.of(answer, ""));
                        });
    }

    @Test
    void whoComesWithoutTokenIsInTheAuditLog() {
        assertThat(inner.call("POST", ACCEPT, "{}").status()).isEqualTo(401);

        assertThat(
                        Superuser.number(
                                """
                                SELECT count(*) FROM audit_log
                                WHERE operation = 'inner.call' AND source = '127.0.0.1'
                                    AND status = 401
                                """))
                .isPositive();
    }

    @Test
    void workerThatIsNotThereIsAbsent() {
        assertThat(routes().stream().filter(route -> route.path().contains("{id}")))
                .isNotEmpty()
                .allSatisfy(
                        route ->
                                assertThat(call(service(), route, "/api/v1").status())
                                        .as(route.name())
                                        .isEqualTo(404));
    }

    private static List<ApiPage.Row> routes() {
        return ApiPage.inner().stream().filter(row -> !row.path().equals("/health")).toList();
    }

    private static Answer call(Client client, ApiPage.Row route, String prefix) {
        String path = route.path().replace("{id}", NOWHERE).replaceFirst("^/api/v1", prefix);
        return client.call(route.method(), path, "{}");
    }

    @Test
    void serviceTokenLetsTasksIn() {
        String id = worker("accepted");

        Answer answer = service().post(ACCEPT, task("worker.deploy", id));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(developer().get("/api/v1/task/" + answer.text("task_id")).text("worker_id"))
                .isEqualTo(id);
    }

    @Test
    void unknownTypeIsImpossible() {
        Answer answer = service().post(ACCEPT, task("worker.paint", NOWHERE));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo("/task_type");
        assertThat(answer.text("detail")).contains("worker.deploy");
    }

    @Test
    void unknownWorkerIsImpossible() {
        Answer answer = service().post(ACCEPT, task("worker.deploy", NOWHERE));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo("/task_info/worker_id");
    }

    @Test
    void planHasTheStepsOfItsStrategy() {
        String plan = "/api/v1/plan?strategy=recreate";

        assertThat(service().get(plan).body().path("steps").findValuesAsText("kind"))
                .containsExactly("scale", "shift", "finish");
    }

    @Test
    void planOfAStrategyThatIsNotConfiguredIsImpossible() {
        Answer answer = service().get("/api/v1/plan?strategy=moonwalk");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("there is no strategy 'moonwalk'");
    }

    @Test
    void planOfAnUnknownWorkerIsAbsent() {
        Answer answer = service().get("/api/v1/plan?strategy=recreate&worker_id=" + NOWHERE);

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void malformedTaskIsRefused() {
        Answer answer = service().post(ACCEPT, "{\"task_type\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refusedCallsAreWrittenDown() {
        Answer answer = inner.get("/api/v1/worker/0badcafe/logs");

        assertThat(TestServer.get().log())
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains(
                                                "dev.berth.audit",
                                                "0badcafe",
                                                answer.header("X-Request-Id")));
    }

    @Test
    void linesOfInnersWorkSayInFieldsWhatTheyAreAbout() {
        String id = worker("logged");

        Answer accepted = service().post(ACCEPT, task("worker.deploy", id));

        JsonNode ofTask = awaitLine("worker_id", id, "task ");
        assertThat(ofTask.path("component").asText()).isEqualTo("job");
        assertThat(ofTask.path("task_id").asText()).isEqualTo(accepted.text("task_id"));
        assertThat(ofTask.path("task_type").asText()).isEqualTo("worker.deploy");
        assertThat(ofTask.path("tenant_id").asText()).matches("[0-9a-f-]{36}");
        assertThat(ofTask.path("request_id").asText()).isNotEmpty();
        assertThat(ofTask.path("message").asText()).doesNotContain(id, accepted.text("task_id"));
        JsonNode ofAll = awaitLine("component", "processor", "Kafka is away");
        assertThat(ofAll.has("task_id")).isFalse();
    }

    @Test
    void lineOfARequestNamesItInFields() {
        Answer answer = outer.get("/api/v1/nothing");

        JsonNode line = awaitLine("request_id", answer.header("X-Request-Id"), "request");
        assertThat(line.path("method").asText()).isEqualTo("GET");
        assertThat(line.path("path").asText()).isEqualTo("/api/v1/nothing");
        assertThat(line.path("status").intValue()).isEqualTo(answer.status());
        assertThat(line.path("ms").isIntegralNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html"})
    void noFrontendIsServed(String path) {
        Answer answer = inner.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("request_id")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void healthIsDegradedWithoutKafka() {
        Answer answer = inner.get("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("degraded");
    }

    /** Waits for a line that begins with that text, and has a field with that value. */
    private static JsonNode awaitLine(String field, String value, String text) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                TestServer.get().lines().stream()
                                        .filter(line -> line.path(field).asText().equals(value))
                                        .filter(
                                                line ->
                                                        line.path("message")
                                                                .asText()
                                                                .startsWith(text))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Client service() {
        return inner.with(TestServer.get().secrets().read(TestSecrets.SERVICE_TOKEN));
    }

    private static String task(String type, String worker) {
        return "{\"task_type\": \"%s\", \"task_info\": {\"worker_id\": \"%s\"}}"
                .formatted(type, worker);
    }
}
