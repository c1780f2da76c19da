package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.store.World.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One who wants much, and one whose runtime hangs, hold up nobody else. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FairnessIT {

    private static final World WORLD = new World();

    /** As many as an Inner has unless an operator says otherwise. */
    private static final int SLOTS = 24;

    private final List<String> started = new CopyOnWriteArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private final Crowd crowd = new Crowd(WORLD);
    private final Tenant busy = WORLD.tenant();
    private final Tenant other = WORLD.tenant();

    @BeforeEach
    void empty() {
        WORLD.empty();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whoWantsOneThingDoesNotWaitForThoseWhoWantAThousand() {
        crowd.add(busy, "process", 1000);

        try (TestInner inner = inner(SLOTS)) {
            Awaitility.await().until(() -> started.size() == SLOTS);
            String his = crowd.add(other, "process", 1).getFirst();
            inner.wake();
            go.countDown();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> started.contains(his));

            // behind those who were at work, and at most those who are claimed together with him
            assertThat(started.indexOf(his)).isLessThan(2 * SLOTS).isLessThan(50);
        }
    }

    @Test
    void workersOfARuntimeThatHangsLeaveTheOthersAlone() {
        crowd.add(busy, "hanging", 100);
        List<String> his = crowd.add(other, "process", 10);

        try (TestInner _ = inner(4)) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> started.containsAll(his));

            assertThat(WORLD.number(running("hanging"))).isEqualTo(4);
            go.countDown();
        }
    }

    private static String running(String runtime) {
        return "SELECT count(*) FROM tasks WHERE state = 'running' AND runtime = '" + runtime + "'";
    }

    private TestInner inner(int slots) {
        return TestInner.start(
                "inner-1", slots, WORLD.database.inner(), InstantSource.system(), this::run);
    }

    private ReleaseState run(ReleaseSpec release) {
        String worker = release.id().worker();
        if (!started.contains(worker)) {
            started.add(worker);
            if (isOf(busy, worker)) {
                await();
            }
        }
        return TestPlugins.ready();
    }

    private static boolean isOf(Tenant tenant, String worker) {
        return WORLD.number(
                        "SELECT count(*) FROM workers WHERE id = '%s' AND tenant_id = '%s'"
                                .formatted(worker, tenant.id()))
                > 0;
    }

    private void await() {
        try {
            if (!go.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never let it go");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
