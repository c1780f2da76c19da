package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of Outer see of personal access tokens. */
class TokensHttpIT extends DeployedGateways {

    private static final String TOKENS = "/api/v1/tokens";
    private static final String WORKERS = "/api/v1/worker";
    // this client does not speak the others
    private static final Set<String> SPOKEN = Set.of("GET", "POST", "DELETE");

    @Test
    void tokenIsShownOnceAndThenListedWithoutWhatProvesIt() {
        Instant end = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

        Answer made = make("shown", "\"scopes\": [\"read\"], " + ends(end));

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("token")).matches("bt_[A-Za-z0-9_-]{43}");
        JsonNode listed = listed(made.text("id"));
        assertThat(listed.properties())
                .extracting(member -> member.getKey())
                .containsExactlyInAnyOrder("id", "name", "scopes", "created_at", "expires_at");
        assertThat(listed.path("created_at")).isEqualTo(made.body().path("created_at"));
        assertThat(listed.path("expires_at").asText()).isEqualTo(end.toString());
    }

    @Test
    void tokenIsUsedUntilItIsRevoked() {
        Answer made = make("used", "\"scopes\": [\"read\"]");
        Client holder = outer.with(made.text("token"));
        assertThat(holder.get(WORKERS).status()).isEqualTo(200);
        assertThat(listed(made.text("id")).path("last_used_at").asText()).isNotEmpty();

        Answer revoked = developer().delete(TOKENS + "/" + made.text("id"));

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(holder.get(WORKERS).status()).isEqualTo(401);
        assertThat(developer().delete(TOKENS + "/" + made.text("id")).status()).isEqualTo(404);
        assertThat(developer().delete(TOKENS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void expiredRevokedAndUnknownTokensAnswerAlike() {
        Instant end = Instant.now().plusMillis(500);
        Client expired = outer.with(make("short", ends(end)).text("token"));
        Answer made = make("revoked", "\"scopes\": [\"read\"]");
        developer().delete(TOKENS + "/" + made.text("id"));
        await().atMost(Duration.ofSeconds(10)).until(() -> refusal(expired).status() == 401);

        Answer unknown = refusal(outer.with("bt_" + "a".repeat(43)));

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(refusal(expired).body()).isEqualTo(unknown.body());
        assertThat(refusal(outer.with(made.text("token"))).body()).isEqualTo(unknown.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "deploy", "write", "admin"})
    void everyRouteLetsInTheScopesOfThePageAndNoOthers(String scope) {
        String name = "table " + scope;
        Client holder =
                outer.with(make(name, "\"scopes\": [\"%s\"]".formatted(scope)).text("token"));

        assertThat(table())
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        row ->
                                assertThat(call(holder, row).status() != 403)
                                        .as(row.toString())
                                        .isEqualTo(row.letsIn(scope)));
    }

    @Test
    void tokenMakesNoneWithMoreThanItself() {
        Answer made =
                make("maker", "\"scopes\": [\"admin\"], " + ends(Instant.now().plusSeconds(900)));
        Client maker = outer.with(made.text("token"));

        Answer more = maker.post(TOKENS, "{\"name\": \"more\", \"scopes\": [\"deploy\"]}");
        Answer same = maker.post(TOKENS, "{\"name\": \"the same\"}");

        assertThat(more.status()).isEqualTo(403);
        assertThat(more.pointer()).isEqualTo("/scopes");
        assertThat(same.body().path("scopes").toString()).isEqualTo("[\"admin\"]");
        assertThat(same.text("expires_at")).isEqualTo(made.text("expires_at"));
    }

    @Test
    void whatCannotBeIsRefusedWithItsPointer() {
        Answer past = make("past", ends(Instant.now().minusSeconds(1)));
        Answer scope = make("scope", "\"scopes\": [\"root\"]");
        Answer date = make("date", "\"expires_at\": \"90d\"");

        assertThat(List.of(past.status(), scope.status(), date.status()))
                .containsExactly(422, 422, 400);
        assertThat(List.of(past.pointer(), scope.pointer(), date.pointer()))
                .containsExactly("/expires_at", "/scopes/0", "/expires_at");
        assertThat(developer().post(TOKENS, "{}").status()).isEqualTo(400);
    }

    @Test
    void nameIsTakenOnce() {
        make("twice", "\"scopes\": [\"read\"]");

        assertThat(make("twice", "\"scopes\": [\"read\"]").status()).isEqualTo(409);
        assertThat(make("command line", "\"scopes\": [\"read\"]").status()).isEqualTo(409);
    }

    @Test
    void logoutLeavesAPersonalTokenAlone() {
        Client holder = outer.with(make("stays", "\"scopes\": [\"read\"]").text("token"));

        Answer answer = holder.post("/api/auth/logout", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("message")).contains("stays until it is revoked");
        assertThat(holder.get(WORKERS).status()).isEqualTo(200);
    }

    private Answer make(String name, String members) {
        return developer().post(TOKENS, "{\"name\": \"%s\", %s}".formatted(name, members));
    }

    private static String ends(Instant at) {
        return "\"expires_at\": \"" + at + "\"";
    }

    private JsonNode listed(String id) {
        return StreamSupport.stream(
                        developer().get(TOKENS + "?limit=100").body().spliterator(), false)
                .filter(token -> token.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Answer refusal(Client client) {
        return client.get(WORKERS, "X-Request-Id", "same");
    }

    /** Calls a route for what is not there. */
    private static Answer call(Client client, ApiPage.Row row) {
        String path = row.path().replaceFirst("\\{[^}]+}", "0badcafe");
        return switch (row.method()) {
            // what is streamed has no end: no event has that id
            case "GET" -> client.get(path, "Last-Event-ID", "none");
            case "DELETE" -> client.delete(path);
            default -> client.post(path, "{}");
        };
    }

    private static List<ApiPage.Row> table() {
        return ApiPage.outer().stream()
                .filter(row -> SPOKEN.contains(row.method()) && !row.isPublic())
                .toList();
    }
}
