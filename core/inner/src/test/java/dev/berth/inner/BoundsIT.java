package dev.berth.inner;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.intent.account.NewAccount;
import dev.berth.model.Worker;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How much an Inner takes on at once. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BoundsIT {

    private static final Deployments DEPLOYMENTS = new Deployments();
    private static final int POOL = 4;

    private final NewAccount tenant = DEPLOYMENTS.tenant();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore fifth = new Semaphore(0);
    private final CountDownLatch full = new CountDownLatch(POOL);

    @TempDir private Path home;

    @BeforeEach
    void empty() {
        DEPLOYMENTS.empty();
    }

    @AfterAll
    static void close() {
        DEPLOYMENTS.close();
    }

    static Stream<Arguments> pools() {
        UnaryOperator<Scene> slots = scene -> scene.slots(POOL);
        UnaryOperator<Scene> executors = scene -> scene.executors(POOL);
        return Stream.of(
                Arguments.of("slots of an instance", slots), Arguments.of("executors", executors));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pools")
    void poolOfFourMakesFourCallsAtOnceAndNeverAFifth(String name, UnaryOperator<Scene> bounded) {
        List<Worker> workers = deploy(20);
        Scene scene = new Scene(DEPLOYMENTS, Map.of("bounded", new ScriptedRuntime(this::probe)));

        try (TestInner _ = bounded.apply(scene).start(home)) {
            DEPLOYMENTS.untilSettled(workers);
        }

        assertThat(most).hasValue(POOL);
        assertThat(workers).extracting(DEPLOYMENTS::outcome).containsOnly("succeeded 1");
    }

    @Test
    void whatIsMoreThanTheBufferHoldsWaitsInTheTableAndWhoBringsItDoesNot() {
        CountDownLatch go = new CountDownLatch(1);
        ScriptedRuntime hanging =
                new ScriptedRuntime(
                        release -> {
                            inside.incrementAndGet();
                            ScriptedRuntime.hang(go);
                            return ScriptedRuntime.ready(20000, release.replicas());
                        });
        Scene scene = new Scene(DEPLOYMENTS, Map.of("bounded", hanging)).buffer(2);

        try (TestInner inner = scene.start(home)) {
            List<Worker> first = deploy(2);
            inner.wake();
            await().until(() -> inside.get() == 2);
            List<Worker> more = deploy(20);
            IntStream.range(0, 10_000).forEach(_ -> inner.wake());
            long running = DEPLOYMENTS.count("tasks WHERE state = 'running'");
            long waiting = DEPLOYMENTS.count(pending(more));
            go.countDown();
            DEPLOYMENTS.untilSettled(first);
            DEPLOYMENTS.untilSettled(more);

            assertThat(running).isEqualTo(2);
            assertThat(waiting).isEqualTo(more.size());
            assertThat(more).extracting(DEPLOYMENTS::outcome).containsOnly("succeeded 1");
        }
    }

    private List<Worker> deploy(int count) {
        return Stream.generate(() -> DEPLOYMENTS.deploy(tenant, "bounded")).limit(count).toList();
    }

    private static String pending(List<Worker> workers) {
        return Deployments.tasks(workers) + " AND state = 'pending'";
    }

    /** Is inside for as long as it takes four to come, and then long enough for a fifth. */
    private ReleaseState probe(ReleaseSpec release) {
        int now = inside.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        full.countDown();
        try {
            full.await();
            if (now > POOL) {
                fifth.release(POOL);
            }
            assertThat(fifth.tryAcquire(50, MILLISECONDS)).as("a fifth came").isFalse();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            inside.decrementAndGet();
        }
        return ScriptedRuntime.ready(20000, release.replicas());
    }
}
