package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.container.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of Outer see, while Kafka and the edge are away. */
class OuterHttpIT extends DeployedGateways {

    private static final String WORKERS = "/api/v1/worker";
    private static final String PLAN = WORKERS + "/plan";

    @Test
    void sessionOpensProtectedRoutes() {
        Answer answer = outer.with(session()).get(WORKERS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().isArray()).isTrue();
    }

    @Test
    void wrongPasswordIsRefused() {
        Answer answer = login("wrong");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void sessionEndsWithLogoutAndNoOtherDoes() {
        Client session = outer.with(session());
        Client other = outer.with(session());

        int logout = session.post("/api/v1/auth/logout", "").status();

        assertThat(logout).isEqualTo(200);
        assertThat(session.get(WORKERS).status()).isEqualTo(401);
        assertThat(other.get(WORKERS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WORKERS,
                WORKERS + "/0badcafe",
                WORKERS + "/0badcafe/logs",
                "/api/v1/task",
                "/api/v1/tokens",
                "/api/v1/audit",
                "/api/v1/events"
            })
    void withoutTokenNothingIsShown(String path) {
        Answer answer = outer.get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void deploymentIsAcceptedWhileKafkaIsAway() {
        String id = worker("deployed");

        Answer answer = deploy(id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("worker_id")).isEqualTo(id);
        assertThat(answer.body().path("version_id").isIntegralNumber()).isTrue();
        assertThat(answer.text("status")).isEqualTo("loading");
    }

    @Test
    void planOfAFirstDeployMakesNoWorker() {
        Answer answer = plan("worker_name", "unmade", "blue-green");

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.text("strategy")).isEqualTo("blue-green");
        assertThat(answer.body().has("replaces_version_id")).isFalse();
        assertThat(answer.body().path("steps").findValuesAsText("kind"))
                .containsExactly("scale", "shift", "finish");
        assertThat(answer.body().at("/steps/1").toString())
                .isEqualTo(
                        "{\"after_ms\":0,\"kind\":\"shift\",\"new_share\":100,"
                                + "\"previous_share\":0,"
                                + "\"sentence\":\"give the new release all of the traffic\"}");
        assertThat(developer().get(WORKERS).body().findValuesAsText("worker_name"))
                .doesNotContain("unmade");
    }

    @Test
    void planDeploysNothing() {
        String id = worker("planned");

        Answer answer = plan("worker_id", id, "recreate");

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body().path("steps")).isNotEmpty();
        Answer shown = developer().get(WORKERS + "/" + id);
        assertThat(shown.body().path("versions")).isEmpty();
        assertThat(shown.body().at("/worker/status").asText()).isEqualTo("unloaded");
    }

    @Test
    void planIsRefusedForWhatTheDeployWouldBe() {
        assertThat(plan("worker_id", "0badcafe", "recreate").status()).isEqualTo(404);
        Answer unknown = plan("worker_name", "unmade", "moonwalk");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.pointer()).isEqualTo("/strategy");
        Answer bad = developer().post(PLAN, "{\"worker_name\": \"x\", \"manifest\": \"{}\"}");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text("detail")).startsWith("cannot read app-manifest.json");
        assertThat(developer().post(PLAN, "{}").status()).isEqualTo(400);
        assertThat(outer.post(PLAN, "{}").status()).isEqualTo(401);
    }

    @Test
    void deletedWorkerIsBeingDeleted() {
        String id = worker("deleted");
        deploy(id);

        Answer answer = developer().delete(WORKERS + "/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("message")).contains(id);
        assertThat(developer().get(WORKERS + "/" + id).body().at("/worker/status").asText())
                .isEqualTo("deleting");
        assertThat(deploy(id).status()).isEqualTo(409);
    }

    @Test
    void unknownMemberIsRefusedWithItsPointer() {
        Answer answer =
                developer().post(WORKERS, "{\"worker_name\": \"named\", \"worker_nam\": \"\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointer()).isEqualTo("/worker_nam");
    }

    @Test
    void textThatCannotBeKeptIsMalformed() {
        Answer answer =
                outer.post("/api/v1/auth/login", "{\"email\": \"a\\u0000b\", \"password\": \"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(developer().get(WORKERS + "?project=%00").status()).isEqualTo(400);
    }

    @Test
    void healthIsDegradedWithoutKafka() {
        Answer answer = outer.get("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("degraded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/info", "/worker", "/worker/0badcafe", "/task", "/nothing"})
    void versionMayBeLeftOutOfPaths(String path) {
        Answer canonical = developer().get("/api/v1" + path, "X-Request-Id", "same");

        Answer answer = developer().get("/api" + path, "X-Request-Id", "same");

        assertThat(answer.status()).isEqualTo(canonical.status());
        assertThat(answer.body()).isEqualTo(canonical.body());
    }

    @Test
    void requestIdIsEchoed() {
        Answer answer = outer.get("/api/v1/task", "X-Request-Id", "a-request.1");

        assertThat(answer.header("X-Request-Id")).isEqualTo("a-request.1");
        assertThat(answer.text("request_id")).isEqualTo("a-request.1");
    }

    private Answer deploy(String id) {
        return developer()
                .post(
                        WORKERS + "/deploy",
                        "{\"worker_id\": \"%s\", \"image\": \"registry.invalid/app:1\"}"
                                .formatted(id));
    }

    private Answer plan(String member, String worker, String strategy) {
        return developer()
                .post(
                        PLAN,
                        "{\"%s\": \"%s\", \"image\": \"registry.invalid/app:1\", \"strategy\": \"%s\"}"
                                .formatted(member, worker, strategy));
    }
}
