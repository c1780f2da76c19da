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
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A call that hangs, and does not even stop when it is interrupted. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HangingRuntimeIT {

    private static final Deployments DEPLOYMENTS = new Deployments();
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final int SLOTS = 2;

    private final NewAccount tenant = DEPLOYMENTS.tenant();
    private final Queue<String> called = new ConcurrentLinkedQueue<>();
    private final CountDownLatch go = new CountDownLatch(1);

    @TempDir private Path home;

    @AfterEach
    void letGo() {
        go.countDown();
    }

    @BeforeEach
    void empty() {
        DEPLOYMENTS.empty();
    }

    @AfterAll
    static void close() {
        DEPLOYMENTS.close();
    }

    @Test
    void holdsUpItsOwnInstanceAlone() {
        List<Worker> hanging = deploy("hanging", 2 * SLOTS);
        List<Worker> calm = deploy("calm", 10);

        try (TestInner _ = scene(this::hang).slots(SLOTS).start(home)) {
            await().until(() -> called.size() == SLOTS);
            DEPLOYMENTS.untilSettled(calm);

            assertThat(DEPLOYMENTS.count(running(hanging))).isEqualTo(SLOTS);
            assertThat(called).hasSize(SLOTS);
            assertThat(calm).extracting(DEPLOYMENTS::outcome).containsOnly("succeeded 1");
            go.countDown();
        }
    }

    @Test
    void givesItsSlotBackAtItsDeadlineThoughItGoesOn() {
        deploy("hanging", 2 * SLOTS);

        try (TestInner _ = scene(this::hang).slots(SLOTS).deadline(DEADLINE).start(home)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Set.copyOf(called).size() == 2 * SLOTS);

            assertThat(go.getCount()).as("the first calls hang still").isEqualTo(1);
            go.countDown();
        }
    }

    @Test
    void anAnswerThatComesAfterTheLeaseIsGoneChangesNothing() {
        Worker worker = DEPLOYMENTS.deploy(tenant, "hanging");

        try (TestInner inner = scene(this::hangAtFirst).start(home)) {
            await().until(() -> called.size() == 1);
            DEPLOYMENTS.run(
                    "UPDATE tasks SET lease_until = now() - interval '1 second'"
                            + " WHERE state = 'running'");
            DEPLOYMENTS.untilSettled(worker);
            String before = all(worker);
            go.countDown();
            await().until(() -> inner.outcomes.contains(worker.id() + " lost"));

            assertThat(all(worker)).isEqualTo(before).contains("active", ":21000");
            assertThat(DEPLOYMENTS.outcome(worker)).isEqualTo("succeeded 2");
        }
    }

    private Scene scene(Function<ReleaseSpec, ReleaseState> script) {
        return new Scene(
                DEPLOYMENTS,
                Map.of("hanging", new ScriptedRuntime(script), "calm", ScriptedRuntime.CALM));
    }

    private List<Worker> deploy(String runtime, int count) {
        return Stream.generate(() -> DEPLOYMENTS.deploy(tenant, runtime)).limit(count).toList();
    }

    private ReleaseState hang(ReleaseSpec release) {
        called.add(release.id().worker());
        ScriptedRuntime.hang(go);
        return ScriptedRuntime.ready(20000, 1);
    }

    private ReleaseState hangAtFirst(ReleaseSpec release) {
        called.add(release.id().worker());
        if (called.size() == 1) {
            ScriptedRuntime.hang(go);
            return new ReleaseState.Rejected(List.of("too late"));
        }
        return ScriptedRuntime.ready(21000, 1);
    }

    private static String running(List<Worker> workers) {
        return Deployments.tasks(workers) + " AND state = 'running'";
    }

    /** Returns all that is written down of a worker. */
    private static String all(Worker worker) {
        return DEPLOYMENTS.text(
                """
                SELECT concat(s, v, r, t)
                FROM worker_status s JOIN releases e ON e.worker_id = s.worker_id
                    JOIN version_status v ON v.version_id = e.version_id
                    JOIN release_status r ON r.release_id = e.id
                    JOIN tasks t ON t.worker_id = s.worker_id
                WHERE s.worker_id = '%s'
                """
                        .formatted(worker.id()));
    }
}
