package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version that becomes ready and then does worse than the one before, under traffic. */
class FaultyVersionIT {

    // open as long as the Berth that it talks to: a class that fails is run again in this JVM
    private static final Client CLIENT = new Client(SharedBerth.get());
    // enough for a tenth of the traffic to be judged within the time of a look, slow answers too
    private static final int PROBES = 4;

    @TempDir private Path scratch;
    private FastServer server;

    @BeforeEach
    void compile() {
        server = new FastServer(scratch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue-green", "canary", "rolling"})
    void versionThatAnswersWithErrorsIsRolledBackAndSaysHowMany(String strategy) {
        TestWorker worker = serving(strategy);

        JsonNode second = afterTraffic(worker, server.saying("two", 500, Duration.ZERO), strategy);

        assertThat(second.path("status").asText()).isEqualTo("error");
        assertThat(second.path("message").asText()).containsPattern("of \\d+ requests .* failed");
        servesTheFirst(worker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue-green", "canary", "rolling"})
    void versionThatIsSlowerIsRolledBackAndSaysByHowMuch(String strategy) {
        TestWorker worker = serving(strategy);

        JsonNode second =
                afterTraffic(worker, server.saying("two", 200, Duration.ofMillis(250)), strategy);

        assertThat(second.path("status").asText()).isEqualTo("error");
        assertThat(second.path("message").asText())
                .contains("the median answer of the new release");
        servesTheFirst(worker);
    }

    private TestWorker serving(String strategy) {
        TestWorker worker = TestWorker.create(CLIENT);
        Client.Answer first =
                worker.settled(worker.deploy(server.saying("one"), Map.of("strategy", strategy)));
        assertThat(first.text("status")).as("%s", first.body()).isEqualTo("success");
        return worker;
    }

    private static JsonNode afterTraffic(TestWorker worker, byte[] second, String strategy) {
        try (Probes probes = Probes.of(CLIENT, Collections.nCopies(PROBES, worker.id()))) {
            await().until(() -> probes.count() > 20);
            return worker.settled(worker.deploy(second, Map.of("strategy", strategy))).body();
        }
    }

    private static void servesTheFirst(TestWorker worker) {
        await().untilAsserted(() -> assertThat(CLIENT.worker(worker.id(), "/")).contains("one"));
    }
}
