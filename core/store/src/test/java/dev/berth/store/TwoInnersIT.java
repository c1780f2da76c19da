package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.World.Tenant;
import dev.berth.work.task.TaskQueue;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two Inners, each a process of its own, over one database. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoInnersIT {

    private static final World WORLD = new World();
    private static final int WORKERS = 60;
    private static final int MANY = 500;

    private final Tenant tenant = WORLD.tenant();
    @RegisterExtension private final InnerProcesses inners = new InnerProcesses(WORLD);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void bothWorkAndNothingIsDoneTwice() {
        inners.start("inner-1");
        inners.start("inner-2");
        deployAll();

        WORLD.untilSettled();

        assertThat(WORLD.number("SELECT count(DISTINCT inner_name) FROM effects")).isEqualTo(2);
        assertThat(WORLD.number("SELECT count(DISTINCT worker) FROM effects")).isEqualTo(WORKERS);
        assertThat(inners.overlapping()).isZero();
        assertThat(WORLD.number("SELECT count(*) FROM tasks WHERE attempts <> 1")).isZero();
        assertThat(WORLD.number("SELECT count(*) FROM tasks WHERE state = 'succeeded'"))
                .isEqualTo(WORKERS);
    }

    @Test
    void whatAKilledOneHeldTheOtherTakesOverWithinTheLease() throws Exception {
        Process killed = inners.start("inner-1");
        deployAll();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> WORLD.number("SELECT count(*) FROM effects") > 10);
        killWithinItsWork(killed);
        long held = WORLD.number("SELECT count(*) FROM tasks WHERE state = 'running'");
        long begun = System.nanoTime();

        inners.start("inner-2");
        WORLD.untilSettled();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(held).isPositive();
        assertThat(took).isLessThan(TaskQueue.LEASE.plusSeconds(20));
        assertThat(WORLD.number("SELECT count(*) FROM task_attempts WHERE outcome = 'lost'"))
                .isEqualTo(held);
        assertThat(WORLD.number("SELECT count(*) FROM tasks WHERE state = 'succeeded'"))
                .isEqualTo(WORKERS);
    }

    @Test
    void fiveHundredTasksAllEndAfterEveryInnerWasKilled() throws InterruptedException {
        new Crowd(WORLD).add(tenant, "process", MANY);
        List<Process> first = List.of(inners.start("inner-1"), inners.start("inner-2"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> WORLD.number("SELECT count(*) FROM effects") > 50);
        for (Process process : first) {
            process.destroyForcibly().waitFor();
        }
        long ended = WORLD.number("SELECT count(*) FROM tasks WHERE state = 'succeeded'");
        long held = WORLD.number("SELECT count(*) FROM tasks WHERE state = 'running'");
        // cut off; of what the same Inner begins anew it would seem to be a part
        WORLD.sql("UPDATE effects SET ended = begun WHERE ended IS NULL");

        inners.start("inner-1");
        inners.start("inner-2");
        WORLD.untilSettled(Duration.ofSeconds(150));

        assertThat(held).isPositive();
        assertThat(ended).isLessThan(MANY - held);
        assertThat(WORLD.number("SELECT count(*) FROM tasks WHERE state = 'succeeded'"))
                .isEqualTo(MANY);
        assertThat(WORLD.number("SELECT count(DISTINCT worker) FROM effects")).isEqualTo(MANY);
        assertThat(inners.overlapping()).isZero();
    }

    /** Kills it while it cannot write an effect, and so cannot end what it is at. */
    private static void killWithinItsWork(Process process) throws Exception {
        try (Connection holder = WORLD.database.superuser().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE effects IN SHARE MODE");
            WORLD.untilInnerWaits();
            process.destroyForcibly().waitFor();
            holder.rollback();
        }
    }

    private void deployAll() {
        for (int i = 0; i < WORKERS; i++) {
            WORLD.deploy(tenant, WORLD.worker(tenant));
        }
    }
}
