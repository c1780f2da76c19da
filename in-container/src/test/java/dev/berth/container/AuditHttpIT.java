package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients of Outer leave in the audit log, and see of it. */
class AuditHttpIT extends DeployedGateways {

    private static final String AUDIT = "/api/v1/audit";

    /** Routes that change nothing in spite of their method. */
    private static final Set<String> LOOKING = Set.of("POST /api/v1/worker/plan");

    @ParameterizedTest
    @MethodSource("changing")
    void everyRouteThatChangesLeavesALine(String verb, String path) {
        // one that nothing has, and of the form that tokens' ids have
        String id = path.contains("token") ? UUID.randomUUID().toString() : "0badcafe";
        String request = UUID.randomUUID().toString();

        Answer answer =
                developer()
                        .call(
                                verb,
                                path.replaceAll("\\{[a-z0-9_]+}", id),
                                "{}",
                                "X-Request-Id",
                                request);

        assertThat(lines(request))
                .as("%s %s, which answers %s", verb, path, answer)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.path("actor").asText()).isNotEmpty();
                            assertThat(line.path("way_in").asText()).isEqualTo("token");
                            assertThat(line.path("source").asText()).isEqualTo("127.0.0.1");
                            assertThat(line.path("outcome").asText())
                                    .isEqualTo(answer.status() < 400 ? "done" : "refused");
                        });
    }

    @Test
    void creationAndDeletionOfAWorkerAreThereWithWhatChanged() {
        String id = worker("audited");
        developer().delete("/api/v1/worker/" + id);

        List<JsonNode> lines =
                entries(developer().get(AUDIT + "?operation=worker.&target=" + id)).toList();

        assertThat(lines)
                .extracting(line -> line.path("operation").asText())
                .containsExactly("worker.delete", "worker.create");
        assertThat(lines.getLast().at("/changes/name").asText()).isEqualTo("audited");
        assertThat(lines.getLast().has("status")).isFalse();
    }

    @Test
    void repeatedAnswerLeavesNoLineOfItsOwn() {
        String key = UUID.randomUUID().toString();
        String body = "{\"worker_name\": \"w%s\"}".formatted(key.substring(0, 8));
        String first = UUID.randomUUID().toString();
        String again = UUID.randomUUID().toString();

        keyed(body, key, first);
        Answer repeated = keyed(body, key, again);

        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(lines(first))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.path("outcome").asText()).isEqualTo("done");
                            assertThat(line.path("target_id").asText())
                                    .isEqualTo(repeated.text("worker_id"));
                        });
        assertThat(lines(again)).isEmpty();
    }

    @Test
    void refusalsWithAKeyAreThereThoughNothingIsCommitted() {
        String key = UUID.randomUUID().toString();
        String name = "w" + key.substring(0, 8);
        String body = "{\"worker_name\": \"%s\"}".formatted(name);
        String taken = UUID.randomUUID().toString();
        String used = UUID.randomUUID().toString();
        worker(name);

        keyed(body, key, taken);
        keyed("{\"worker_name\": \"%s-b\"}".formatted(name), key, UUID.randomUUID().toString());
        keyed("{\"worker_name\": \"%s-c\"}".formatted(name), key, used);

        assertThat(lines(taken))
                .singleElement()
                .extracting(line -> line.path("status").asInt())
                .isEqualTo(409);
        assertThat(lines(used))
                .singleElement()
                .extracting(line -> line.path("status").asInt())
                .isEqualTo(422);
    }

    @Test
    void configurationIsThereByItsNamesAlone() {
        String path =
                "/api/v1/worker/" + worker("w" + UUID.randomUUID().toString().substring(0, 8));
        developer().post(path + "/env", "{\"key\": \"LOUD\", \"value\": \"seen-value\"}");
        developer().post(path + "/secret", "{\"key\": \"HUSH\", \"value\": \"secret-value\"}");
        developer().post(path + "/secret", "{\"key\": \"HUSH\", \"delete\": true}");
        developer().call("PATCH", path, "{\"max_replicas\": 2}");

        List<JsonNode> lines =
                entries(developer().get(AUDIT + "?target=" + path.substring(15))).toList();

        assertThat(lines)
                .extracting(
                        line -> line.path("operation").asText(),
                        line -> line.path("changes").toString())
                .startsWith(
                        tuple("worker.update", "{\"max_replicas\":\"2\"}"),
                        tuple("worker.set-secret", "{\"HUSH\":\"deleted\"}"),
                        tuple("worker.set-secret", "{\"HUSH\":\"set\"}"),
                        tuple("worker.set-env", "{\"LOUD\":\"set\"}"));
        assertThat(lines.toString()).doesNotContain("seen-value", "secret-value");
    }

    @Test
    void whoSignedIsThere() {
        String request = UUID.randomUUID().toString();
        String path = "/api/v1/worker/0badcafe";
        byte[] nothing = {};
        String[] headers = signing().two("DELETE", path, "", Signing.digest(nothing));

        outer.call("DELETE", path, nothing, Signing.and(headers, "X-Request-Id", request));

        assertThat(lines(request))
                .singleElement()
                .extracting(line -> line.path("way_in").asText())
                .isEqualTo("signature");
    }

    @Test
    void tokensAreThereWithoutWhatProvesThem() {
        Answer made =
                developer()
                        .post("/api/v1/tokens", "{\"name\": \"audited\", \"scopes\": [\"read\"]}");

        Answer log = developer().get(AUDIT + "?target=" + made.text("id"));
        developer().delete("/api/v1/tokens/" + made.text("id"));

        assertThat(log.text("total")).isEqualTo("1");
        assertThat(log.body().at("/entries/0/changes/scopes").asText()).isEqualTo("read");
        assertThat(log.body().toString()).doesNotContain(made.text("token"));
    }

    @Test
    void loginsAreThereAlsoThoseThatFailed() {
        String before = total("auth.login");
        String token = session();
        login("not the password");
        outer.with(token).post("/api/v1/auth/logout", "");

        List<JsonNode> lines =
                entries(developer().get(AUDIT + "?operation=auth.&limit=3")).toList();

        assertThat(total("auth.login")).isEqualTo(Integer.toString(Integer.parseInt(before) + 2));
        assertThat(lines)
                .extracting(
                        line -> line.path("operation").asText(),
                        line -> line.path("outcome").asText(),
                        line -> line.path("way_in").asText())
                .containsExactly(
                        tuple("auth.logout", "done", "session"),
                        tuple("auth.login", "refused", ""),
                        tuple("auth.login", "done", ""));
        assertThat(lines.toString()).doesNotContain("not the password", token);
    }

    @Test
    void whatTheScopeForbidsIsThere() {
        Answer made =
                developer()
                        .post(
                                "/api/v1/tokens",
                                "{\"name\": \"only reads\", \"scopes\": [\"read\"]}");
        String request = UUID.randomUUID().toString();

        outer.with(made.text("token"))
                .call("DELETE", "/api/v1/worker/0badcafe", "", "X-Request-Id", request);
        Answer looks = outer.with(made.text("token")).get(AUDIT);
        developer().delete("/api/v1/tokens/" + made.text("id"));

        assertThat(looks.status()).isEqualTo(403);
        assertThat(lines(request))
                .singleElement()
                .extracting(line -> line.path("status").asInt())
                .isEqualTo(403);
    }

    @Test
    void whatAClientSaysOfItsAddressCountsForNothing() {
        String request = UUID.randomUUID().toString();

        developer()
                .call(
                        "DELETE",
                        "/api/v1/worker/0badcafe",
                        "",
                        "X-Request-Id",
                        request,
                        "X-Forwarded-For",
                        "203.0.113.9");

        assertThat(lines(request))
                .singleElement()
                .extracting(line -> line.path("source").asText())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void whatIsNoFilterIsRefused() {
        assertThat(developer().get(AUDIT + "?actor=ada").pointer()).isEqualTo("/actor");
        assertThat(developer().get(AUDIT + "?from=yesterday").pointer()).isEqualTo("/from");
    }

    private Answer keyed(String body, String key, String request) {
        return developer()
                .call(
                        "POST",
                        "/api/v1/worker",
                        body,
                        "Idempotency-Key",
                        key,
                        "X-Request-Id",
                        request);
    }

    private List<JsonNode> lines(String request) {
        return entries(developer().get(AUDIT + "?limit=100"))
                .filter(line -> line.path("request_id").asText().equals(request))
                .toList();
    }

    private String total(String operation) {
        return developer().get(AUDIT + "?operation=" + operation).text("total");
    }

    private static Stream<JsonNode> entries(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("entries").valueStream();
    }

    private static List<Object[]> changing() {
        return ApiPage.outer().stream()
                .filter(row -> !row.isPublic() && !row.method().equals("GET"))
                .filter(row -> !LOOKING.contains(row.name()))
                .map(row -> new Object[] {row.method(), row.path()})
                .toList();
    }
}
