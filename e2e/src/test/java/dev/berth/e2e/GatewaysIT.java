package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

    private StartedBerth berth;
    private Client client;

    @BeforeAll
    void start(@TempDir Path home, @TempDir Path elsewhere) {
        new PretendingPlugin(home.resolve("plugins"), new Jars(elsewhere), PluginAuthor.spi())
                .write();
        berth =
                StartedBerth.in(home)
                        .with("berth.runtime", "process,pretending,slow")
                        .with("berth.runtime.pretending.use", "pretending")
                        .with("berth.runtime.slow.use", "pretending")
                        .with("berth.runtime.slow.pause", "50s")
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
        Files.writeString(override, STOPPED);
        await().atMost(Duration.ofSeconds(60)).until(() -> berth.innerStatus() == 404);
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
            assertThat(tasks.records() - before).isEqualTo(30);
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
