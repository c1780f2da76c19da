package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Refusal;
import dev.berth.store.World.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL refuses everybody and ends every connection, as when it is stopped, then is back. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseAwayIT {

    private static final World WORLD = new World();
    private static final String NAME = WORLD.database.url().replaceFirst(".*/", "");

    private final Tenant tenant = WORLD.tenant();
    private final AtomicBoolean kafka = new AtomicBoolean();

    @BeforeEach
    void empty() {
        WORLD.empty();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void acceptedWorkWaitsAndGoesOnByItselfWhenTheDatabaseIsBack() {
        for (int i = 0; i < 20; i++) {
            WORLD.deploy(tenant, WORLD.worker(tenant));
        }
        try (TestInner _ =
                TestInner.start(
                        "inner-1",
                        2,
                        WORLD.database.inner(),
                        InstantSource.system(),
                        _ -> TestPlugins.ready())) {
            Awaitility.await().until(() -> count("state = 'succeeded'") > 2);

            away(true);
            Refusal refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> WORLD.inner.outbox().drain(1, _ -> 0));
            away(false);
            WORLD.untilSettled();

            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
            assertThat(count("state = 'succeeded'")).isEqualTo(20);
        }
    }

    @Test
    void eventsOutliveBothBeingAway() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        int withoutKafka = drain();

        away(true);
        Refusal withoutBoth = catchThrowableOfType(Refusal.class, this::drain);
        kafka.set(true);
        Refusal withoutDatabase = catchThrowableOfType(Refusal.class, this::drain);
        away(false);

        assertThat(withoutKafka).isZero();
        assertThat(withoutBoth.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(withoutDatabase.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(drain()).isEqualTo(1));
    }

    private int drain() {
        return WORLD.inner.outbox().drain(10, events -> kafka.get() ? events.size() : 0);
    }

    private static long count(String what) {
        return WORLD.number("SELECT count(*) FROM tasks WHERE " + what);
    }

    private static void away(boolean away) {
        WORLD.sql("ALTER ROLE berth_inner CONNECTION LIMIT " + (away ? 0 : -1));
        WORLD.sql(
                """
                DO $$ BEGIN
                    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE usename = 'berth_inner' AND datname = '%s';
                END $$
                """
                        .formatted(NAME));
    }
}
