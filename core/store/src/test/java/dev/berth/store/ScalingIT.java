package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * As many Inners as there is work for: a cluster that is only pretended starts them by the metric
 * of the waiting tasks, with the formula of Kubernetes' autoscaler for an average value. The Inners
 * are processes, each with 32 slots for the one runtime.
 */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScalingIT {

    private static final World WORLD = new World();
    private static final int TASKS = 200;
    private static final double FOR_EACH = 50;
    private static final int MOST = 4;
    private static final int SLOTS = 32;

    private final TaskBacklog backlog = new TaskBacklog(WORLD.database.inner());
    @RegisterExtension private final InnerProcesses inners = new InnerProcesses(WORLD);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void theWaitingTasksDriveInnersFromOneToFourAndNothingIsDoneTwice() throws SQLException {
        try (Connection holder = WORLD.database.superuser().getConnection()) {
            block(holder);
            scale();
            int before = inners.count();
            new Crowd(WORLD).add(WORLD.tenant(), "process", TASKS);
            await(() -> backlog.due() == TASKS - SLOTS);
            scale();
            await(() -> backlog.due() == TASKS - MOST * SLOTS);
            holder.rollback();
            WORLD.untilSettled();

            assertThat(before).isEqualTo(1);
            assertThat(inners.count()).isEqualTo(MOST);
            assertThat(WORLD.number("SELECT count(DISTINCT inner_name) FROM effects"))
                    .isEqualTo(MOST);
            assertThat(WORLD.number("SELECT count(DISTINCT worker) FROM effects")).isEqualTo(TASKS);
            assertThat(WORLD.number("SELECT count(DISTINCT (worker, inner_name)) FROM effects"))
                    .isEqualTo(TASKS);
            assertThat(inners.overlapping()).isZero();
            assertThat(WORLD.number("SELECT count(*) FROM tasks WHERE attempts <> 1")).isZero();
        }
    }

    /** Lets nobody write an effect, so that no work ends before all who are wanted are there. */
    private static void block(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("LOCK TABLE effects IN SHARE MODE");
        }
    }

    private void scale() {
        double wanted = Math.clamp(Math.ceil(backlog.due() / FOR_EACH), 1, MOST);
        while (inners.count() < wanted) {
            inners.start("inner-" + (inners.count() + 1));
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }
}
