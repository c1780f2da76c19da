package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Task;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.task.Room;
import dev.berth.work.task.TaskQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lease is worth: while it is held, when it ran out, and when its holder starts again. */
class LeasesIT {

    private static final World WORLD = new World();
    private static final String ME = "inner-1";
    private static final String OTHER = "inner-2";

    private final TaskQueue queue = WORLD.inner.queue();
    private final Tenant tenant = WORLD.tenant();
    private final TenantTasks tasks = new TenantTasks(WORLD, tenant);

    @BeforeEach
    void empty() {
        WORLD.sql("DELETE FROM tasks");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aLeaseThatRanOutIsClaimedByAnother() {
        tasks.deployed();
        Claim mine = queue.claim(ME, Room.of(10)).getFirst();
        WORLD.expireLeases();

        Claim others = queue.claim(OTHER, Room.of(10)).getFirst();

        assertThat(others.task()).isEqualTo(mine.task());
        assertThat(others.attempt()).isEqualTo(mine.attempt() + 1);
        assertThat(others.tries()).isEqualTo(2);
        assertThat(queue.renew(ME, List.of(mine))).isEmpty();
        assertThat(queue.renew(OTHER, List.of(others))).containsExactly(others);
        assertThat(WORLD.number("SELECT count(*) FROM task_attempts WHERE outcome = 'lost'"))
                .isEqualTo(1);
    }

    @Test
    void aRenewedLeaseIsKept() {
        tasks.deployed();
        Claim claim = queue.claim(ME, Room.of(10)).getFirst();
        WORLD.expireLeases();

        assertThat(queue.renew(ME, List.of(claim))).containsExactly(claim);

        assertThat(queue.claim(OTHER, Room.of(10))).isEmpty();
        assertThat(queue.renew(ME, List.of())).isEmpty();
    }

    @Test
    void aLostClaimChangesNothing() {
        tasks.deployed();
        Claim lost = queue.claim(ME, Room.of(10)).getFirst();
        WORLD.expireLeases();
        Claim held = queue.claim(OTHER, Room.of(10)).getFirst();

        queue.settle(lost, 2, Optional.empty());
        queue.again(lost, Duration.ZERO);
        queue.retry(lost, Duration.ZERO, "late");

        assertThat(tasks.latest().state()).isEqualTo(Task.State.RUNNING);
        assertThat(queue.renew(OTHER, List.of(held))).containsExactly(held);
    }

    @Test
    void anExecutorThatStartsAgainFreesItsOwnAlone() {
        tasks.deployed();
        Claim mine = queue.claim(ME, Room.of(1)).getFirst();
        tasks.deployed();
        Claim others = queue.claim(OTHER, Room.of(1)).getFirst();

        queue.free(ME);

        assertThat(queue.renew(ME, List.of(mine))).isEmpty();
        assertThat(queue.renew(OTHER, List.of(others))).containsExactly(others);
        assertThat(queue.claim(ME, Room.of(10)))
                .singleElement()
                .satisfies(
                        next -> {
                            assertThat(next.worker()).isEqualTo(mine.worker());
                            assertThat(next.attempt()).isGreaterThan(mine.attempt() + 1);
                        });
    }
}
