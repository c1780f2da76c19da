package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions take over from each other under traffic. */
class RolloutIT {

    // open as long as the Berth that it talks to: a class that fails is run again in this JVM
    private static final Client CLIENT = new Client(SharedBerth.get());
    private static final int ANSWERED = 204;

    @ParameterizedTest
    @ValueSource(strings = {"blue-green", "rolling"})
    void noRequestIsDroppedOnTheWayThereAndBack(String strategy) throws Exception {
        TestWorker worker = TestWorker.create(CLIENT);
        long first = deployed(worker, "1", strategy);

        List<Integer> statuses;
        try (Probe probe = new Probe(worker.id())) {
            long second = deployed(worker, "2", strategy);
            assertThat(active(worker)).isEqualTo(second);
            goBack(worker, first);
            statuses = probe.statuses();
        }

        assertThat(statuses).isNotEmpty().containsOnly(ANSWERED);
    }

    @Test
    void versionThatNeverAnswersGetsNothingAndTheEarlierStays() throws Exception {
        TestWorker worker = TestWorker.create(CLIENT);
        long first = deployed(worker, "1", "blue-green");
        byte[] broken = Sources.archive(Sources.manifest("java", "Absent.java"));

        Client.Answer settled;
        List<Integer> statuses;
        try (Probe probe = new Probe(worker.id())) {
            settled = worker.settled(worker.deploy(broken, Map.of()));
            statuses = probe.statuses();
        }

        assertThat(settled.text("status")).isEqualTo("error");
        assertThat(statuses).isNotEmpty().containsOnly(ANSWERED);
        assertThat(active(worker)).isEqualTo(first);
    }

    @Test
    void planTellsWhatADeployWouldDoAndChangesNothing() {
        TestWorker worker = TestWorker.create(CLIENT);
        long first = deployed(worker, "1", "recreate");
        JsonNode before = CLIENT.get(path(worker)).body();

        String plan =
                SharedBerth.get()
                        .berth("deploy", "examples/hello", "--name", worker.id(), "--plan")
                        .succeeded();

        assertThat(plan.lines().map(line -> line.split(" +", -1)[1]))
                .containsExactly("STEP", "scale", "shift", "wait", "finish", "stop");
        assertThat(CLIENT.get(path(worker)).body()).isEqualTo(before);
        assertThat(active(worker)).isEqualTo(first);
    }

    @Test
    void promotionNeedsARollout() {
        TestWorker worker = TestWorker.create(CLIENT);

        assertThat(CLIENT.post(path(worker) + "/promote", "{}").status()).isEqualTo(409);
        assertThat(CLIENT.post(path(worker) + "/abort", "{}").status()).isEqualTo(409);
        assertThat(CLIENT.post(path(worker) + "/rollback", "{\"version_id\": 1}").status())
                .isEqualTo(404);
    }

    private static long deployed(TestWorker worker, String content, String strategy) {
        byte[] archive =
                Sources.archive(
                        Sources.manifest("java", "Server.java", "PORT", "0"),
                        Sources.server(),
                        Sources.file("content", content));
        Client.Answer settled =
                worker.settled(worker.deploy(archive, Map.of("strategy", strategy)));
        assertThat(settled.text("status")).as("%s", settled.body()).isEqualTo("success");
        return settled.body().path("version_id").asLong();
    }

    private static void goBack(TestWorker worker, long version) {
        String wanted = "{\"version_id\": %d}".formatted(version);
        Client.Answer answer = CLIENT.post(path(worker) + "/rollback", wanted);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(active(worker)).isEqualTo(version));
    }

    private static long active(TestWorker worker) {
        return CLIENT.get(path(worker)).body().path("worker").path("active_version_id").asLong();
    }

    private static String path(TestWorker worker) {
        return "/api/v1/worker/" + worker.id();
    }

    /** Asks without a pause until it is closed. */
    private static final class Probe implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();
        private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        private final Future<List<Integer>> asked;

        Probe(String worker) {
            asked = executor.submit(() -> ask(worker));
        }

        /** Ends it, and returns what was answered. */
        List<Integer> statuses() throws Exception {
            over.set(true);
            return asked.get();
        }

        private List<Integer> ask(String worker) {
            List<Integer> statuses = new ArrayList<>();
            while (!over.get()) {
                statuses.add(CLIENT.status(worker));
            }
            return statuses;
        }

        @Override
        public void close() {
            over.set(true);
            executor.close();
        }
    }
}
