package dev.berth.e2e;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Outer answers, whatever Inner and its plugins are at. */
@TestInstance(Lifecycle.PER_CLASS)
class GatewaysIT {

    private static final String STOPPED =
            "<server><webApplication id=\"inner\" location=\"stopped\"/></server>";

    private static final List<String> DUTIES =
            List.of(
                    "inner_tasks_received_total",
                    "inner_tasks_total",
                    "inner_plugin_calls_total",
                    "inner_status_writes_total",
                    "inner_reconcile_all_total",
                    "inner_run_seconds_count",
                    "mp_messaging_message_count_total",
                    "connectionpool_managedConnections",
                    "http_server_request_duration_seconds_count");

    private StartedBerth berth;
    private Client client;

    @BeforeAll
    void start(@TempDir Path home, @TempDir Path elsewhere) {
        new PretendingPlugin(home.resolve("plugins"), new Jars(elsewhere), PluginAuthor.spi())
                .write();
        berth =
                StartedBerth.in(home)
                        .with("berth.runtime", "process,pretending,slow,broken")
                        .with("berth.runtime.pretending.use", "pretending")
                        .with("berth.runtime.slow.use", "pretending")
                        .with("berth.runtime.slow.pause", "50s")
                        .with("berth.runtime.broken.use", "pretending")
                        .with("berth.runtime.broken.broken", "true")
                        .up();
        client = new Client(berth);
    }

    @AfterAll
    void stop() {
        client.close();
        berth.close();
    }

    @Test
    void generatedManifestsAreDeployedAndExportedAsTheyWere() {
        RandomManifest random = new RandomManifest(new SplittableRandom(20));
        Map<TestWorker, JsonNode> deployed = new LinkedHashMap<>();
        List<Runnable> settled = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            JsonNode manifest = random.next("app" + number);
            byte[] source =
                    Sources.archive(
                            Sources.file("app-manifest.json", manifest.toString()),
                            Sources.file("web/start", ""),
                            Sources.file("services/api/start", ""));
            for (JsonNode component : manifest.path("components")) {
                TestWorker worker = worker(component.path("name").asText(), "pretending");
                Client.Answer accepted = worker.deploy(source, Map.of());
                settled.add(() -> isActive(worker, accepted));
                deployed.put(worker, manifest);
            }
        }

        settled.forEach(Runnable::run);

        assertThat(deployed)
                .hasSizeGreaterThan(60)
                .allSatisfy((worker, manifest) -> assertThat(export(worker)).isEqualTo(manifest));
    }

    @Test
    void deploymentsAreAcknowledgedWhileTheirRuntimeSleeps() {
        byte[] source = Sources.archive(Sources.manifest("./start"));
        TestWorker busy = worker("busy", "slow");
        busy.deploy(source, Map.of());
        await().untilAsserted(() -> assertThat(taskOf(busy)).isEqualTo("running"));

        for (int number = 0; number < 40; number++) {
            Client.Answer accepted = worker("slow-" + number, "slow").deploy(source, Map.of());
            assertThat(accepted.text("status")).isEqualTo("loading");
        }

        assertThat(taskOf(busy)).isEqualTo("running");
    }

    @Test
    void everyMutationIsAnsweredAndAnnouncedOnceWhileInnerIsStopped() throws IOException {
        byte[] source = Sources.archive(Sources.manifest("./start"));
        Path override =
                berth.home()
                        .resolve("liberty/usr/servers/berth/configDropins/overrides/stopped.xml");
        Files.createDirectories(override.getParent());
        long stops = stopsOfInner();
        Files.writeString(override, STOPPED);
        // it works for a while after it has ceased to answer
        await().atMost(Duration.ofSeconds(60)).until(() -> stopsOfInner() > stops);
        assertThat(berth.innerStatus()).isEqualTo(404);
        List<TestWorker> workers = new ArrayList<>();

        try (Topic tasks = Topic.tasks(berth)) {
            long before = tasks.records();
            for (int number = 0; number < 25; number++) {
                TestWorker worker = worker("stopped-" + number, "pretending");
                workers.add(worker);
                assertThat(worker.deploy(source, Map.of()).status()).isEqualTo(200);
            }
            for (TestWorker worker : workers.subList(20, 25)) {
                assertThat(client.delete("/api/v1/worker/" + worker.id()).status()).isEqualTo(200);
            }
            await().untilAsserted(() -> assertThat(tasks.records() - before).isEqualTo(30));
            assertThat(workers.subList(0, 20))
                    .allSatisfy(worker -> assertThat(taskOf(worker)).isEqualTo("pending"));
        } finally {
            Files.delete(override);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(workers.subList(0, 20))
                                        .allSatisfy(
                                                worker ->
                                                        assertThat(taskOf(worker))
                                                                .isEqualTo("succeeded")));
    }

    private long stopsOfInner() throws IOException {
        return Files.readAllLines(berth.home().resolve("logs/liberty/messages.log")).stream()
                .filter(line -> line.contains("CWWKZ0009I: The application inner has stopped"))
                .count();
    }

    @Test
    void taskThatFailsIsOneErrorInTheLogAndOneRow() throws IOException, SQLException {
        byte[] source = Sources.archive(Sources.manifest("./start"));
        TestWorker worker = worker("broken", "broken");

        Client.Answer settled = worker.settled(worker.deploy(source, Map.of()));

        assertThat(settled.text("message")).contains("it is broken");
        await().untilAsserted(() -> assertThat(taskOf(worker)).isEqualTo("failed"));
        String request = requestOf(worker);
        // Inner's own look, which fails to stop it as well, is another task
        List<JsonNode> errors =
                logged("logs/liberty/messages.log").stream()
                        .filter(line -> line.path("loglevel").asText().equals("SEVERE"))
                        .filter(line -> line.path("request_id").asText().equals(request))
                        .toList();
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().path("worker_id").asText()).isEqualTo(worker.id());
        assertThat(errors.getFirst().path("component").asText()).isEqualTo("job");
    }

    @Test
    void noSeriesOfMetricsKeepsPercentilesWhichTakeAMegabyteEach() {
        assertThat(client.metrics())
                .anySatisfy(line -> assertThat(line).startsWith("http_server_request_duration"))
                .noneSatisfy(line -> assertThat(line).contains("quantile="));
    }

    @Test
    void everyDutyOfInnerIsCounted() {
        TestWorker worker = worker("counted", "pretending");
        worker.settled(worker.deploy(Sources.archive(Sources.manifest("./start")), Map.of()));

        // what was announced is received once more by an Inner that has just started
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(DUTIES).allSatisfy(this::isCounted));
    }

    private void isCounted(String duty) {
        assertThat(client.metrics())
                .filteredOn(line -> line.startsWith(duty + "{"))
                .anySatisfy(line -> assertThat(line).doesNotEndWith(" 0.0"));
    }

    @Test
    void tasksThatWaitAreShown() {
        assertThat(client.metrics())
                .filteredOn(line -> line.startsWith("inner_tasks_waiting{"))
                .singleElement(as(STRING))
                .matches(".* [0-9]+\\.0");
    }

    @Test
    void everyLineThatBerthLogsIsJson() throws IOException {
        try (Stream<Path> files = Files.walk(berth.home().resolve("logs"))) {
            List<Path> logs = files.filter(GatewaysIT::isLogOfBerth).sorted().toList();

            assertThat(logs).hasSizeGreaterThan(2);
            for (Path log : logs) {
                assertThat(logged(berth.home().relativize(log).toString()))
                        .as("%s", log)
                        .allSatisfy(line -> assertThat(line.isObject()).isTrue());
            }
        }
    }

    /** PostgreSQL writes as it always does. */
    private static boolean isLogOfBerth(Path file) {
        return file.toString().endsWith(".log")
                && !Set.of("postgres.log", "initdb.log").contains(file.getFileName().toString());
    }

    private List<JsonNode> logged(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(berth.home().resolve(file))) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private String requestOf(TestWorker worker) throws SQLException {
        try (Connection database = berth.database();
                PreparedStatement statement =
                        database.prepareStatement(
                                "SELECT request_id FROM tasks WHERE state = 'failed' AND worker_id = ?")) {
            statement.setString(1, worker.id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private TestWorker worker(String name, String runtime) {
        Client.Answer created =
                client.post(
                        "/api/v1/worker",
                        "{\"worker_name\": \"%s\", \"runtime\": \"%s\", \"max_replicas\": 3}"
                                .formatted(name, runtime));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(200);
        return new TestWorker(client, created.text("worker_id"));
    }

    private static void isActive(TestWorker worker, Client.Answer accepted) {
        Client.Answer settled = worker.settled(accepted);
        assertThat(settled.text("status")).as("%s", settled.body()).isEqualTo("success");
    }

    private JsonNode export(TestWorker worker) {
        return client.get("/api/v1/worker/" + worker.id() + "/manifest").body();
    }

    private String taskOf(TestWorker worker) {
        for (JsonNode task : client.get("/api/v1/task?limit=100").body()) {
            if (task.path("worker_id").asText().equals(worker.id())) {
                return task.path("status").asText();
            }
        }
        return "";
    }
}
