package dev.berth.inner;

import static java.util.stream.Collectors.toMap;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An Inner that is stopped while it works. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopIT {

    private final Deployments deployments = new Deployments();
    private final NewAccount tenant = deployments.tenant();
    private final Queue<String> interrupted = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> called = new LinkedBlockingQueue<>();
    private final CountDownLatch go = new CountDownLatch(1);

    @TempDir private Path home;

    @AfterEach
    void close() {
        deployments.close();
    }

    @Test
    void whatRunsComesToItsEndAndWhatWaitsIsLeftToTheNextStart() throws InterruptedException {
        List<Worker> workers =
                Stream.generate(() -> deployments.deploy(tenant, "slow")).limit(5).toList();
        Scene scene =
                new Scene(deployments, Map.of("slow", new ScriptedRuntime(this::slow)))
                        .executors(1);

        try (TestInner inner = scene.start(home.resolve("first"))) {
            String running = called.take();
            await().until(() -> deployments.count("tasks WHERE state = 'running'") == 5);
            Thread stop = Thread.ofVirtual().start(inner::stopWorking);
            boolean stopped = stop.join(Duration.ofMillis(300));
            go.countDown();
            stop.join();

            assertThat(stopped).as("stopped while a call was made").isFalse();
            assertThat(interrupted).isEmpty();
            assertThat(called).as("called of others after the stop").isSubsetOf(running);
            assertThat(outcomes(workers)).containsEntry(running, "succeeded 1");
        }
        try (TestInner _ = scene.start(home.resolve("second"))) {
            deployments.untilSettled(workers);

            assertThat(outcomes(workers).values())
                    .containsExactlyInAnyOrder(
                            "succeeded 1",
                            "succeeded 2",
                            "succeeded 2",
                            "succeeded 2",
                            "succeeded 2");
        }
    }

    private Map<String, String> outcomes(List<Worker> workers) {
        return workers.stream().collect(toMap(worker -> worker.id().value(), deployments::outcome));
    }

    private ReleaseState slow(ReleaseSpec release) {
        called.add(release.id().worker());
        try {
            go.await();
        } catch (InterruptedException cut) {
            interrupted.add(release.id().worker());
            Thread.currentThread().interrupt();
        }
        return ScriptedRuntime.ready(20000, release.replicas());
    }
}
