package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Nothing accepted is forgotten and no request is lost when a process of Berth is killed. */
@TestInstance(Lifecycle.PER_CLASS)
class KilledIT {

    /** How often each process is killed; CONTRIBUTING names the run of ten. */
    private static final int RUNS = Integer.getInteger("berth.kills", 1);

    private static final int WORKERS = Integer.getInteger("berth.kills.workers", 10);
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private final RandomGenerator random = new SplittableRandom();
    private final List<TestWorker> probed = new ArrayList<>();
    private FastServer server;
    private StartedBerth berth;
    private Client client;
    private Noted successes;

    @BeforeAll
    void start(@TempDir Path home, @TempDir Path scratch) throws SQLException {
        server = new FastServer(scratch);
        berth = StartedBerth.in(home).up();
        client = new Client(berth);
        successes = Noted.successes(berth);
        for (int number = 0; number < 10; number++) {
            TestWorker worker = TestWorker.create(client);
            worker.deploy(server.saying("probed"), Map.of());
            probed.add(worker);
        }
        await().atMost(RECOVERY).until(() -> succeeded(probed) == probed.size());
    }

    @AfterAll
    void stop() {
        client.close();
        berth.close();
    }

    @Test
    void libertyIsKilledWhileWorkersAreDeployed() throws Exception {
        for (int run = 0; run < RUNS; run++) {
            deployThrough(() -> berth.kill("liberty"));
        }
    }

    @Test
    void postgresIsKilledWhileWorkersAreDeployed() throws Exception {
        for (int run = 0; run < RUNS; run++) {
            deployThrough(() -> berth.kill("postgres"));
        }
    }

    @Test
    void launcherWithItsBrokerIsKilledWhileWorkersAreDeployed() throws Exception {
        for (int run = 0; run < RUNS; run++) {
            deployThrough(
                    () -> {
                        berth.kill(".");
                        berth.up();
                    });
        }
    }

    /** Kills at some moment between the first acceptance and the last success. */
    private void deployThrough(Runnable killing) throws Exception {
        int moment = random.nextInt(1, 2 * WORKERS);
        FutureTask<Void> kill = new FutureTask<>(killing, null);
        List<TestWorker> workers = new ArrayList<>();
        try (ExecutorService killer = Executors.newVirtualThreadPerTaskExecutor();
                Probes probes = Probes.of(client, probed.stream().map(TestWorker::id).toList())) {
            for (int number = 0; number < WORKERS; number++) {
                if (number == moment) {
                    killer.execute(kill);
                }
                workers.add(accepted());
            }
            if (moment >= WORKERS) {
                await().atMost(RECOVERY).until(() -> succeeded(workers) >= moment - WORKERS);
                kill.run();
            }
            kill.get();
            await().atMost(RECOVERY)
                    .ignoreExceptions()
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> succeeded(workers) == WORKERS);
            assertThat(probes.count()).isGreaterThan(100);
            assertThat(probes.failures()).isEmpty();
        }

        assertThat(once(successes.counts().values())).isTrue();
        assertThat(once(Noted.counts(berth, "releases", "version_id").values())).isTrue();
        assertThat(servers()).isEqualTo(probed.size() + WORKERS);
        workers.forEach(worker -> assertThat(client.worker(worker.id(), "/")).contains("deployed"));
        workers.forEach(worker -> client.delete("/api/v1/worker/" + worker.id()));
        await().atMost(RECOVERY).until(() -> servers() == probed.size());
    }

    /**
     * Returns a new worker whose deployment was accepted, by a Berth that may be away meanwhile.
     */
    private TestWorker accepted() {
        TestWorker worker =
                await().atMost(RECOVERY)
                        .ignoreExceptions()
                        .until(() -> TestWorker.create(client), created -> !created.id().isEmpty());
        await().atMost(RECOVERY).ignoreExceptions().until(() -> isAccepted(worker));
        return worker;
    }

    /** Asks for the deployment, unless it was accepted and only the answer was lost. */
    private boolean isAccepted(TestWorker worker) {
        Client.Answer known = client.get("/api/v1/worker/" + worker.id());
        if (known.status() != 200 || !known.body().path("versions").isEmpty()) {
            return known.status() == 200;
        }
        return worker.deploy(server.saying("deployed"), Map.of()).status() == 200;
    }

    /** Returns how many of the workers are active. */
    private long succeeded(List<TestWorker> workers) {
        long active = 0;
        for (JsonNode line : client.get("/api/v1/worker?limit=100").body()) {
            String id = line.path("worker_id").asText();
            if (line.path("status").asText().equals("active")
                    && workers.stream().anyMatch(worker -> worker.id().equals(id))) {
                active++;
            }
        }
        return active;
    }

    private static boolean once(Collection<Integer> counts) {
        return counts.stream().allMatch(count -> count == 1);
    }

    private long servers() throws IOException {
        return Leftovers.processes(berth.home().resolve("run")).stream()
                .filter(command -> command.matches("[0-9]+ \\S*java .* server\\.jar Server .*"))
                .count();
    }
}
