package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Asks both gateways what their OpenAPI documents have, as it should be asked and in many ways as
 * it should not: there is always an answer, soon, and none tells of a fault or of the inside.
 */
class OpenApiFuzzIT extends DeployedGateways {

    private static final int REQUESTS = Integer.getInteger("berth.fuzz", 400);
    private static final long SEED = Long.getLong("berth.fuzz.seed", 6);
    private static final int SENDERS = 8;

    private final FuzzFindings findings = new FuzzFindings();
    private List<FuzzGateway> gateways = List.of();

    @BeforeEach
    void read() {
        gateways = List.of(FuzzGateway.outer(management), FuzzGateway.inner());
    }

    @Test
    void innersDocumentHasTheRoutesOfThePage() {
        Set<String> onPage =
                ApiPage.inner().stream().map(ApiPage.Row::name).collect(Collectors.toSet());

        assertThat(gateways.getLast().document().routes())
                .extracting(OpenApi.Route::name)
                .containsExactlyInAnyOrderElementsOf(onPage);
    }

    @Test
    void whateverIsAskedIsAnsweredWithoutAFault() throws Exception {
        long begun = System.nanoTime();

        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (int n = 0; n < SENDERS; n++) {
                FuzzSender sender = new FuzzSender(outer, gateways, findings, SEED * 1_000 + n);
                sending.add(senders.submit(() -> sender.send(REQUESTS / SENDERS)));
            }
            for (Future<?> one : sending) {
                one.get();
            }
        }

        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(findings.all())
                .as("%d requests of -Dberth.fuzz.seed=%d in %s", REQUESTS, SEED, took)
                .isEmpty();
        serves();
    }

    private void serves() {
        SoftAssertions softly = new SoftAssertions();
        GoodCalls calls = new GoodCalls(outer, developer());
        for (OpenApi.Route route : gateways.getFirst().document().routes()) {
            if (!route.path().endsWith("/events")) {
                softly.assertThat(calls.call(route, "/api/v1").status())
                        .as(route.name())
                        .isIn(200, 201, 303);
            }
        }
        softly.assertThat(inner.get("/health").status()).isEqualTo(200);
        softly.assertAll();
    }
}
