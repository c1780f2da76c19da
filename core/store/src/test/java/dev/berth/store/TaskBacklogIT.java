package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.World.Tenant;
import dev.berth.work.task.Room;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TaskBacklogIT {

    private static final World WORLD = new World();

    private final TaskBacklog backlog = new TaskBacklog(WORLD.database.inner());
    private final Tenant tenant = WORLD.tenant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whatIsDueAndNotWorkedOnIsCounted() {
        WORLD.sql("DELETE FROM tasks");
        WORLD.deploy(tenant, WORLD.worker(tenant));
        WORLD.deploy(tenant, WORLD.worker(tenant));
        WORLD.deploy(tenant, WORLD.worker(tenant));
        WORLD.sql(
                "UPDATE tasks SET due_at = now() + interval '1 hour'"
                        + " WHERE id = (SELECT id FROM tasks LIMIT 1)");
        double before = backlog.due();

        WORLD.inner.queue().claim("inner-1", Room.of(1));

        assertThat(before).isEqualTo(2);
        assertThat(backlog.due()).isEqualTo(1);
    }
}
