package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.store.World.Tenant;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two Inners that were given one name by mistake. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SameNameIT {

    private static final World WORLD = new World();

    private final Tenant tenant = WORLD.tenant();
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void empty() {
        WORLD.empty();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void secondFreesNothingOfTheFirstAndFollowsIt() {
        TestInner first = TestInner.start("inner", WORLD.database.inner(), this::startSlowly);
        WORLD.deploy(tenant, WORLD.worker(tenant));
        Awaitility.await().until(() -> count("state = 'running'") == 1);

        try (TestInner second =
                TestInner.start("inner", WORLD.database.inner(), _ -> TestPlugins.ready())) {
            Awaitility.await().until(() -> second.hindrance().contains("berth.inner.name"));
            go.countDown();
            WORLD.untilSettled();
            long freed = WORLD.number("SELECT count(*) FROM task_attempts WHERE outcome = 'freed'");
            first.close();
            WORLD.deploy(tenant, WORLD.worker(tenant));
            WORLD.untilSettled();

            assertThat(freed).isZero();
            assertThat(second.hindrance()).isEmpty();
            assertThat(count("state = 'succeeded' AND attempts = 1")).isEqualTo(2);
        }
    }

    private ReleaseState startSlowly(ReleaseSpec release) {
        try {
            go.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return TestPlugins.ready();
    }

    private static long count(String what) {
        return WORLD.number("SELECT count(*) FROM tasks WHERE " + what);
    }
}
