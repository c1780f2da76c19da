package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of Outer see, while Kafka and the edge are away. */
class OuterHttpIT extends DeployedGateways {

    private static final String WORKERS = "/api/v1/worker";

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
                "/api/v1/tokens"
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

    @Test
    void openApiListsTheRoutesThatExistAndNoOthers() {
        JsonNode paths =
                management.get("/openapi", "Accept", "application/json").body().path("paths");

        assertThat(routes(paths))
                .containsExactlyInAnyOrder(
                        "POST /api/v1/auth/login",
                        "POST /api/v1/auth/logout",
                        "GET /api/v1/tokens",
                        "POST /api/v1/tokens",
                        "DELETE /api/v1/tokens/{id}",
                        "PUT /api/v1/source/{sha256}",
                        "GET /api/v1/worker",
                        "POST /api/v1/worker",
                        "GET /api/v1/worker/{id}",
                        "DELETE /api/v1/worker/{id}",
                        "POST /api/v1/worker/deploy",
                        "GET /api/v1/worker/{id}/logs",
                        "GET /api/v1/worker/{id}/manifest",
                        "POST /api/v1/worker/{id}/rollback",
                        "POST /api/v1/worker/{id}/promote",
                        "POST /api/v1/worker/{id}/abort",
                        "GET /api/v1/task",
                        "GET /api/v1/task/{id}",
                        "POST /api/v1/task/{id}/requeue",
                        "GET /api/v1/info",
                        "GET /health");
    }

    private Answer deploy(String id) {
        return developer()
                .post(
                        WORKERS + "/deploy",
                        "{\"worker_id\": \"%s\", \"image\": \"registry.invalid/app:1\"}"
                                .formatted(id));
    }

    private static List<String> routes(JsonNode paths) {
        List<String> routes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                            verb ->
                                    routes.add(
                                            verb.toUpperCase(Locale.ROOT) + " " + path.getKey()));
        }
        return routes;
    }
}
