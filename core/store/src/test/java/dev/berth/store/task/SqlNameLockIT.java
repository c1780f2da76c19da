package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.World;
import dev.berth.work.name.NameLock;
import dev.berth.work.name.NameState;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The names of Inners, over PostgreSQL. */
class SqlNameLockIT {

    private static final World WORLD = new World();
    private static final NameState HELD = new NameState.Held();
    private static final String HOLDERS =
            "FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1";

    private final NameLock one = WORLD.inner.name("inner");
    private final NameLock same = WORLD.inner.name("inner");
    private final NameLock other = WORLD.inner.name("inner-2");

    @AfterEach
    void letGo() {
        one.close();
        same.close();
        other.close();
        Awaitility.await().until(() -> WORLD.number("SELECT count(*) " + HOLDERS) == 0);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void freeNameIsHadAndStaysSo() {
        assertThat(one.take()).isEqualTo(HELD);
        assertThat(one.take()).isEqualTo(HELD);
    }

    @Test
    void othersHaveNamesOfTheirOwn() {
        one.take();

        assertThat(other.take()).isEqualTo(HELD);
    }

    @Test
    void nameThatIsHadIsRefusedAndSaidSinceWhen() {
        one.take();

        NameState refused = same.take();

        assertThat(refused)
                .isInstanceOfSatisfying(
                        NameState.Taken.class,
                        taken ->
                                assertThat(taken.holder())
                                        .matches("connected from 127\\.0\\.0\\.1 since 20.*Z"));
        assertThat(same.take()).isEqualTo(refused);
    }

    @Test
    void nameIsFreeOnceItsHolderIsGone() {
        one.take();
        same.take();

        one.close();

        Awaitility.await().until(same::take, HELD::equals);
        assertThat(one.take()).isInstanceOf(NameState.Unknown.class);
    }

    @Test
    void nameThatWasLostIsToldOfAndTakenAgain() {
        one.take();
        breakConnections();

        NameState lost = one.take();

        assertThat(lost).isInstanceOf(NameState.Unknown.class);
        assertThat(one.take()).isEqualTo(HELD);
    }

    @Test
    void nameThatWasLostIsAnothersWhoWasQuicker() {
        one.take();
        breakConnections();
        same.take();

        one.take();

        assertThat(one.take()).isInstanceOf(NameState.Taken.class);
        assertThat(same.take()).isEqualTo(HELD);
    }

    @Test
    void databaseThatIsAwayIsTold() {
        WORLD.sql("ALTER ROLE berth_inner CONNECTION LIMIT 0");
        try {
            assertThat(other.take())
                    .isInstanceOfSatisfying(
                            NameState.Unknown.class,
                            away -> assertThat(away.reason()).contains("too many connections"));
        } finally {
            WORLD.sql("ALTER ROLE berth_inner CONNECTION LIMIT -1");
        }
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(other::take, HELD::equals);
    }

    private static void breakConnections() {
        WORLD.number("SELECT count(pg_terminate_backend(pid, 5000)) " + HOLDERS);
    }
}
