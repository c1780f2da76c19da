package dev.berth.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.intent.account.NewAccount;
import dev.berth.model.Worker;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An Inner that is stopped while it works. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopIT {

    private static final Deployments DEPLOYMENTS = new Deployments();

    private final NewAccount tenant = DEPLOYMENTS.tenant();
    private final Queue<String> interrupted = new ConcurrentLinkedQueue<>();
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @TempDir private Path home;

    @AfterAll
    static void close() {
        DEPLOYMENTS.close();
    }

    @Test
    void whatRunsComesToItsEndAndWhatWaitsIsLeftToTheNextStart() throws InterruptedException {
        List<Worker> workers =
                Stream.generate(() -> DEPLOYMENTS.deploy(tenant, "slow")).limit(5).toList();
        Worker running = workers.getFirst();
        Scene scene =
                new Scene(DEPLOYMENTS, Map.of("slow", new ScriptedRuntime(this::slow)))
                        .executors(1);

        try (TestInner inner = scene.start(home.resolve("first"))) {
            called.await();
            await().until(() -> DEPLOYMENTS.count("tasks WHERE state = 'running'") == 5);
            Thread stop = Thread.ofVirtual().start(inner::stopWorking);
            boolean stopped = stop.join(Duration.ofMillis(300));
            go.countDown();
            stop.join();

            assertThat(stopped).as("stopped while a call was made").isFalse();
            assertThat(interrupted).isEmpty();
            assertThat(DEPLOYMENTS.outcome(running)).isEqualTo("succeeded 1");
        }
        try (TestInner _ = scene.start(home.resolve("second"))) {
            DEPLOYMENTS.untilSettled(workers);

            assertThat(DEPLOYMENTS.outcome(running)).isEqualTo("succeeded 1");
            assertThat(workers.subList(1, 5))
                    .extracting(DEPLOYMENTS::outcome)
                    .containsOnly("succeeded 2");
        }
    }

    private ReleaseState slow(ReleaseSpec release) {
        called.countDown();
        try {
            go.await();
        } catch (InterruptedException cut) {
            interrupted.add(release.id().worker());
            Thread.currentThread().interrupt();
        }
        return ScriptedRuntime.ready(20000, release.replicas());
    }
}
