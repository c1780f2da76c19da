package dev.berth.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.intent.account.NewAccount;
import dev.berth.model.Worker;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.event.StatusEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A provider that is away, for a while or for good. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RetriesIT {

    private static final Deployments DEPLOYMENTS = new Deployments();

    private final NewAccount tenant = DEPLOYMENTS.tenant();
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<String, WorkerRuntime> runtimes =
            Map.of("flaky", new ScriptedRuntime(this::flaky), "calm", ScriptedRuntime.CALM);

    @TempDir private Path home;

    @AfterAll
    static void close() {
        DEPLOYMENTS.close();
    }

    @Test
    void providerThatFailsTwiceIsAskedAThirdTime() {
        failures.set(2);
        Worker worker = DEPLOYMENTS.deploy(tenant, "flaky");

        try (TestInner _ = new Scene(DEPLOYMENTS, runtimes).start(home)) {
            DEPLOYMENTS.untilSettled(worker);
        }

        assertThat(DEPLOYMENTS.outcome(worker)).isEqualTo("succeeded 3");
    }

    @Test
    void poisonedTaskGoesToTheDeadLettersAndThoseBehindItComplete() {
        failures.set(Integer.MAX_VALUE);
        Worker poisoned = DEPLOYMENTS.deploy(tenant, "flaky");
        List<Worker> behind =
                Stream.generate(() -> DEPLOYMENTS.deploy(tenant, "calm")).limit(5).toList();

        try (TestInner inner = new Scene(DEPLOYMENTS, runtimes).executors(1).start(home)) {
            DEPLOYMENTS.untilSettled(behind);
            DEPLOYMENTS.untilSettled(poisoned);
            await().until(() -> DEPLOYMENTS.count("outbox WHERE relayed_at IS NULL") == 0);

            assertThat(DEPLOYMENTS.outcome(poisoned)).isEqualTo("failed 3");
            assertThat(behind).extracting(DEPLOYMENTS::outcome).containsOnly("succeeded 1");
            assertThat(inner.events)
                    .filteredOn(event -> event.topic().equals("berth.tasks.dlq"))
                    .singleElement()
                    .satisfies(letter -> isOf(poisoned, letter));
        }
    }

    private static void isOf(Worker worker, StatusEvent letter) {
        assertThat(letter.worker()).isEqualTo(worker.id().value());
        assertThat(letter.cause().requestId()).isEqualTo("request-" + worker.id());
        assertThat(letter.data()).contains("\"attempts\": 3", "the provider is away");
    }

    private ReleaseState flaky(ReleaseSpec release) {
        if (failures.getAndDecrement() > 0) {
            throw new PluginException(
                    PluginException.Kind.UNAVAILABLE, "the provider is away, says the test");
        }
        return ScriptedRuntime.ready(20000, release.replicas());
    }
}
