package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.container.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Outer, and nobody else, sees of Inner. */
class InnerHttpIT extends DeployedGateways {

    private static final String ACCEPT = "/api/v1/acceptTask";
    private static final String NOWHERE = "0badcafe";

    @Test
    void tokenOfUserIsRefused() {
        Answer answer = inner.with(session()).post(ACCEPT, task("worker.deploy", NOWHERE));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("detail")).contains("Outer");
    }

    @Test
    void withoutTokenEverythingIsRefused() {
        Answer answer = inner.post(ACCEPT, task("worker.deploy", NOWHERE));

        assertThat(answer.status()).isEqualTo(401);
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
    void planNeedsTheServiceToken() {
        String plan = "/api/v1/plan?strategy=recreate";

        assertThat(inner.with(session()).get(plan).status()).isEqualTo(401);
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

    private Client service() {
        return inner.with(TestServer.get().secrets().read(TestSecrets.SERVICE_TOKEN));
    }

    private static String task(String type, String worker) {
        return "{\"task_type\": \"%s\", \"task_info\": {\"worker_id\": \"%s\"}}"
                .formatted(type, worker);
    }
}
