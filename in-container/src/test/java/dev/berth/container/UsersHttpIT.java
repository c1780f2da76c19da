package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is done for users, and what Berth's other parts tell of them and ask for them. */
class UsersHttpIT extends DeployedGateways {

    private static final String REPORT = "/api/v1/report?limit=100";
    private static final String REPORT_USAGE = "/api/v1/combinator/reportUsage";
    private static final String DEPLOY = "/api/worker/deploy";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** One for all: codes for many addresses from one place are answered more and more slowly. */
    private static Optional<Answer> registered = Optional.empty();

    private final String email = "ada-of-users@example.org";

    @Test
    void whoRegistersIsLookedAtAndSeesThatItIsDone() {
        Client user = outer.with(ada().text("token"));

        JsonNode task =
                await().atMost(SOON)
                        .until(
                                () -> user.get("/api/v1/task").body().path(0),
                                one -> one.path("status").asText().equals("succeeded"));

        assertThat(task.path("type").asText()).isEqualTo("user.register");
        assertThat(task.has("worker_id")).isFalse();
        JsonNode reported = reported(email).orElseThrow();
        assertThat(reported.path("audited_at").asText()).isNotEmpty();
        assertThat(reported.path("differences")).isEmpty();
        assertThat(reported.at("/holdings/0").toString())
                .isEqualTo("{\"quota\":\"workers\",\"limit\":2,\"used\":0}");
    }

    @Test
    void theFirstAdministratorIsLookedAtFromTheStartWithoutATaskThatHeSees() {
        await().atMost(SOON)
                .until(() -> reported("admin@localhost").orElseThrow().has("audited_at"));

        assertThat(developer().get("/api/v1/task").body().findValuesAsText("type"))
                .doesNotContain("user.audit");
    }

    @Test
    void reportIsForOperators() {
        Client user = outer.with(ada().text("token"));

        assertThat(user.get(REPORT).status()).isEqualTo(403);
        assertThat(outer.get(REPORT).status()).isEqualTo(401);
        assertThat(developer().get("/api/report?limit=0").pointer()).isEqualTo("/limit");
        assertThat(developer().get("/api/report?limit=1").body().path("users")).hasSize(1);
    }

    @Test
    void acceptedAuditOfAUserIsDone() {
        String user = ada().text("user_id");
        await().atMost(SOON).until(() -> reported(email).orElseThrow().has("audited_at"));
        String before = reported(email).orElseThrow().path("audited_at").asText();

        Answer accepted =
                service()
                        .post(
                                "/api/acceptTask",
                                "{\"task_type\": \"user.audit\", \"task_info\": {\"user_uid\": \"%s\"}}"
                                        .formatted(user));

        assertThat(accepted.status()).isEqualTo(200);
        await().atMost(SOON)
                .until(
                        () ->
                                !reported(email)
                                        .orElseThrow()
                                        .path("audited_at")
                                        .asText()
                                        .equals(before));
    }

    @Test
    void useIsCountedOnceAndSeenByItsTenantAlone() {
        Client user = outer.with(ada().text("token"));
        String span = span(ada().text("user_id"), "2026-11-20T10:00:00Z", 512);
        String later = span(ada().text("user_id"), "2026-11-20T11:00:00+00:00", -12);

        Answer one = service().post("/api/combinator/reportUsage", span);
        Answer more = service().post(REPORT_USAGE, "[" + span + "," + later + "]");

        assertThat(one.body().toString())
                .isEqualTo("{\"message\":\"report received\",\"count\":1}");
        assertThat(more.body().path("count").asInt()).isEqualTo(1);
        assertThat(user.get("/api/usage?from=2026-11-20T00:00:00Z").body().toString())
                .isEqualTo(
                        "{\"usage\":[{\"resource_type\":\"rdb\",\"resource_id\":\"0123456789abcdef\","
                                + "\"datachange\":500,\"reports\":2,"
                                + "\"from\":\"2026-11-20T10:00:00Z\","
                                + "\"to\":\"2026-11-20T12:00:00Z\"}],\"total\":1}");
        assertThat(
                        user.get("/api/v1/usage?from=2026-11-20T11:00:00Z")
                                .body()
                                .at("/usage/0/reports"))
                .hasToString("1");
        assertThat(user.get("/api/v1/usage?to=nonsense").pointer()).isEqualTo("/to");
        assertThat(developer().get("/api/v1/usage").body().path("usage").findValuesAsText("from"))
                .isEmpty();
    }

    @Test
    void reportThatCannotBeIsRefusedByItsPlace() {
        String user = ada().text("user_id");
        String good = span(user, "2026-11-20T10:00:00Z", 1);
        String stranger = span(UUID.randomUUID().toString(), "2026-11-20T10:00:00Z", 1);

        Answer malformed = service().post(REPORT_USAGE, "[" + good + ",{}]");
        Answer impossible = service().post(REPORT_USAGE, "[" + good + "," + stranger + "]");
        Answer alone = service().post(REPORT_USAGE, good.replace("rdb", "disk"));

        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.pointer()).startsWith("/1/");
        assertThat(impossible.status()).isEqualTo(422);
        assertThat(impossible.pointer()).isEqualTo("/1/user_id");
        assertThat(alone.status()).isEqualTo(400);
        assertThat(alone.pointer()).isEqualTo("/resource_type");
        assertThat(inner.with(session()).post(REPORT_USAGE, good).status()).isEqualTo(401);
        assertThat(service().post(REPORT_USAGE, "[]").status()).isEqualTo(400);
    }

    @Test
    void deploymentThatInnerTakesIsOutersAndInTheLogAsTheServices() {
        String user = login().text("user_id");
        String worker = worker("relayed");

        Answer deployed = service().post(DEPLOY, deploy(user, worker));

        assertThat(deployed.status()).as("%s", deployed.body()).isEqualTo(200);
        assertThat(deployed.text("worker_id")).isEqualTo(worker);
        assertThat(deployed.body().path("version_id").isIntegralNumber()).isTrue();
        JsonNode line =
                developer()
                        .get("/api/v1/audit?operation=worker.deploy&target=" + worker)
                        .body()
                        .at("/entries/0");
        assertThat(line.path("way_in").asText()).isEqualTo("service");
        assertThat(line.path("actor").asText()).isEqualTo(user);
    }

    @Test
    void refusalsOfARelayedDeploymentAreOuters() {
        String user = login().text("user_id");
        String stranger = ada().text("user_id");
        String worker = worker("guarded");

        assertThat(service().post(DEPLOY, deploy(user, "0badcafe")).status()).isEqualTo(404);
        assertThat(service().post(DEPLOY, deploy(stranger, worker)).status()).isEqualTo(404);
        assertThat(service().post(DEPLOY, deploy(UUID.randomUUID().toString(), worker)).status())
                .isEqualTo(404);
        assertThat(service().post(DEPLOY, deploy("nobody", worker)).pointer())
                .isEqualTo("/user_uid");
        assertThat(inner.with(session()).post(DEPLOY, deploy(user, worker)).status())
                .isEqualTo(401);
    }

    @Test
    void nobodyElseAsksOuterForOthers() {
        String admin = login().text("user_id");
        String worker = worker("others");
        String body = deploy(admin, worker);
        Client user = outer.with(ada().text("token"));
        Client part = outer.with(TestServer.get().secrets().read(TestSecrets.SERVICE_TOKEN));

        Answer foreign = user.call("POST", DEPLOY, body, "X-Berth-User", admin);
        Answer elsewhere = part.get("/api/v1/worker", "X-Berth-User", admin);

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(elsewhere.status()).isEqualTo(401);
        assertThat(part.call("POST", DEPLOY, body).status()).isEqualTo(401);
    }

    private static String deploy(String user, String worker) {
        return "{\"user_uid\": \"%s\", \"worker_id\": \"%s\", \"image\": \"web:1\", \"port\": 80}"
                .formatted(user, worker);
    }

    private static String span(String user, String start, long datachange) {
        return """
        {"user_id": "%s", "resource_id": "0123456789abcdef", "resource_type": "rdb",
         "datachange": %d, "timespan_start": "%s", "timespan_end": "%s"}"""
                .formatted(
                        user,
                        datachange,
                        start,
                        start.replace("11:00", "12:00").replace("10:00", "11:00"));
    }

    private Optional<JsonNode> reported(String who) {
        return StreamSupport.stream(
                        developer().get(REPORT).body().path("users").spliterator(), false)
                .filter(user -> user.path("email").asText().equals(who))
                .findFirst();
    }

    private Answer login() {
        return login(TestServer.get().secrets().read(TestSecrets.ADMIN_PASSWORD));
    }

    private Client service() {
        return inner.with(TestServer.get().secrets().read(TestSecrets.SERVICE_TOKEN));
    }

    private Answer ada() {
        if (registered.isEmpty()) {
            registered = Optional.of(register());
        }
        return registered.get();
    }

    private Answer register() {
        outer.post("/api/v1/auth/send-code", "{\"email\": \"%s\"}".formatted(email));
        return outer.post(
                "/api/v1/auth/register",
                "{\"email\": \"%s\", \"code\": \"%s\", \"password\": \"correct horse\"}"
                        .formatted(email, TestServer.get().mail().code(email, 1)));
    }
}
