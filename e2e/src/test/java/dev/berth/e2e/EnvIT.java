package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Programs get the variables and secrets that are set, and nobody else gets the secrets. */
class EnvIT {

    private static final Client CLIENT = new Client(SharedBerth.get());

    /** Of the secret it tells the length alone. */
    private static final String ECHO =
            """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;

            void main() throws Exception {
                String greeting = System.getenv().getOrDefault("GREETING", "no greeting");
                if (greeting.equals("exit")) {
                    System.exit(3);
                }
                String limit = System.getenv().getOrDefault("LIMIT", "no limit");
                String token = System.getenv("TOKEN");
                String secret = token == null ? "no secret" : "" + token.length();
                byte[] answer = (greeting + " " + limit + " " + secret).getBytes();
                int port = Integer.parseInt(System.getenv("PORT"));
                HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
                server.createContext("/", exchange -> {
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
                server.start();
            }
            """;

    private final TestWorker worker = TestWorker.create(CLIENT);
    private final String path = "/api/v1/worker/" + worker.id();

    @Test
    void variablesAndSecretsReachTheProgramAndComeBackWithARollback() throws SQLException {
        String canary = "canary-" + UUID.randomUUID();
        assertThat(set("LIMIT", "1").body()).hasToString("{\"LIMIT\":\"1\"}");
        long first = deployed("hello");
        says("hello 1 no secret");

        assertThat(set("GREETING", "ciao").body())
                .hasToString("{\"GREETING\":\"ciao\",\"LIMIT\":\"1\"}");
        says("ciao 1 no secret");
        assertThat(secret(canary).body()).hasToString("[\"TOKEN\"]");
        says("ciao 1 " + canary.length());
        assertThat(releases()).isEqualTo(3);

        // the same again is no change
        assertThat(set("GREETING", "ciao").status()).isEqualTo(200);
        assertThat(secret(canary).status()).isEqualTo(200);
        assertThat(releases()).isEqualTo(3);

        deployed("salut");
        says("ciao 1 " + canary.length());
        assertThat(change("env", "{\"values\": {\"GREETING\": null, \"LIMIT\": \"9\"}}").body())
                .hasToString("{\"LIMIT\":\"9\"}");
        assertThat(change("secret", "{\"key\": \"TOKEN\", \"delete\": true}").body())
                .hasToString("[]");
        says("no greeting 9 no secret");

        CLIENT.post(path + "/rollback", "{\"version_id\": %d}".formatted(first));
        says("ciao 1 " + canary.length());
        assertThat(CLIENT.get(path + "/env").body())
                .hasToString("{\"GREETING\":\"ciao\",\"LIMIT\":\"1\"}");
        assertThat(CLIENT.get(path + "/secret").body()).hasToString("[\"TOKEN\"]");
        assertThat(tasks())
                .containsExactly(
                        "worker.deploy",
                        "worker.sync-env",
                        "worker.sync-secret",
                        "worker.deploy",
                        "worker.sync-env",
                        "worker.sync-secret",
                        "worker.rollback");
    }

    @Test
    void valuesThatTheProgramCannotBearLeaveTheOldOnesInForce() {
        long version = deployed("hello", Map.of("strategy", "blue-green"));

        set("GREETING", "exit");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(CLIENT.get(path).body().path("conditions").toString())
                                        .contains("Degraded"));
        says("hello no limit no secret");
        CLIENT.post(path + "/rollback", "{\"version_id\": %d}".formatted(version));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(CLIENT.get(path).body().path("conditions").toString())
                                        .doesNotContain("Degraded"));
        assertThat(CLIENT.get(path + "/env").body()).hasToString("{\"GREETING\":\"hello\"}");
    }

    @Test
    void instancesAndLimitsAreChangedWhileItRuns() {
        deployed("hello");
        String tag = CLIENT.tag(path);

        Client.Answer three = CLIENT.patch(path, tag, "{\"max_replicas\": 2, \"min_replicas\": 2}");
        Client.Answer stale = CLIENT.patch(path, tag, "{\"max_replicas\": 3}");

        assertThat(three.status()).as("%s", three.body()).isEqualTo(200);
        assertThat(three.body().path("max_replicas").asInt()).isEqualTo(2);
        assertThat(stale.status()).isEqualTo(412);
        await().atMost(Duration.ofSeconds(30)).until(() -> ready() == 2);
        SharedBerth.get().berth("scale", worker.id(), "1").succeeded();
        assertThat(ready()).isEqualTo(1);
        SharedBerth.get().berth("update", worker.id(), "--memory", "300Mi").succeeded();
        says("hello no limit no secret");
    }

    @Test
    void commandsShowAndChange() {
        deployed("hello");
        StartedBerth berth = SharedBerth.get();

        assertThat(berth.berth("env", worker.id(), "LIMIT=7", "--unset", "ABSENT").succeeded())
                .isEqualTo("GREETING=hello\nLIMIT=7");
        says("hello 7 no secret");
        assertThat(berth.berth("key", "rotate").succeeded()).contains("The config key is rotated");
        assertThat(berth.berth("env", worker.id(), "LIMIT=8").succeeded()).contains("LIMIT=8");
        says("hello 8 no secret");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(set("PORT", "1").status()).isEqualTo(400);
        assertThat(set("not a name", "1").status()).isEqualTo(400);
        assertThat(change("env", "{\"key\": \"A\"}").status()).isEqualTo(400);
        assertThat(change("env", "{\"key\": \"A\", \"value\": 1}").status()).isEqualTo(400);
        assertThat(set("LARGE", "x".repeat(1 << 20)).status()).isEqualTo(413);
        for (String kind : List.of("/env", "/secret")) {
            Client.Answer unknown = CLIENT.get("/api/v1/worker/00000000" + kind);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.text("detail")).isEqualTo("there is no worker '00000000'");
            assertThat(CLIENT.post("/api/v1/worker/00000000" + kind, "{\"values\": {}}").status())
                    .isEqualTo(404);
        }
        assertThat(CLIENT.patch("/api/v1/worker/00000000", "*", "{}").status()).isEqualTo(404);
    }

    private Client.Answer set(String key, String value) {
        return change("env", "{\"key\": \"%s\", \"value\": \"%s\"}".formatted(key, value));
    }

    private Client.Answer secret(String value) {
        return change("secret", "{\"key\": \"TOKEN\", \"value\": \"%s\"}".formatted(value));
    }

    private Client.Answer change(String kind, String json) {
        return CLIENT.post(path + "/" + kind, json);
    }

    /** Deploys it so that what comes after takes over at once. */
    private long deployed(String greeting) {
        return deployed(greeting, Map.of("strategy", "recreate"));
    }

    private long deployed(String greeting, Map<String, String> more) {
        byte[] archive = Sources.archive(manifest(greeting), Sources.file("Echo.java", ECHO));
        Client.Answer settled = worker.settled(worker.deploy(archive, more));
        assertThat(settled.text("status")).as("%s", settled.body()).isEqualTo("success");
        return settled.body().path("version_id").asLong();
    }

    private static Sources.Content manifest(String greeting) {
        return Sources.file(
                "app-manifest.json",
                """
                {"appName": "Echo", "components": [{"name": "app", "type": "backend",
                 "command": ["java", "Echo.java"], "env": {"GREETING": "%s"}}]}
                """
                        .formatted(greeting));
    }

    private void says(String answer) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            assertThat(CLIENT.worker(worker.id(), "/")).contains(answer);
                            JsonNode shown = CLIENT.get(path).body().path("worker");
                            assertThat(shown.path("observed_generation"))
                                    .isEqualTo(shown.path("generation"));
                        });
    }

    private int ready() {
        int ready = 0;
        for (JsonNode release : CLIENT.get(path).body().path("releases")) {
            ready +=
                    release.path("weight").asInt() > 0 ? release.path("ready_replicas").asInt() : 0;
        }
        return ready;
    }

    private long releases() throws SQLException {
        try (Connection database = SharedBerth.get().database();
                PreparedStatement query =
                        database.prepareStatement(
                                "SELECT count(*) FROM releases WHERE worker_id = ?")) {
            query.setString(1, worker.id());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private List<String> tasks() throws SQLException {
        try (Connection database = SharedBerth.get().database();
                PreparedStatement query =
                        database.prepareStatement(
                                "SELECT string_agg(type, ' ' ORDER BY seq) FROM tasks"
                                        + " WHERE worker_id = ? AND type <> 'worker.reconcile'")) {
            query.setString(1, worker.id());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return List.of(rows.getString(1).split(" ", -1));
            }
        }
    }
}
