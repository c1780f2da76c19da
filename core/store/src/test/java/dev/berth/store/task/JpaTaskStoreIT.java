package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.task.NewTask;
import dev.berth.intent.task.TaskStore;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Task;
import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JpaTaskStoreIT {

    private static final World WORLD = new World();
    private static final Tenant STRANGER = WORLD.tenant();

    private final TaskStore tasks = WORLD.outer.tasks();
    private final Tenant tenant = WORLD.tenant();
    private final Worker worker = WORLD.worker(tenant);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aTaskIsFoundByItsTenantAlone() {
        NewTask task = World.task(TaskType.WORKER_DEPLOY, worker, 2);

        Optional<Task> added =
                call(
                        () -> {
                            tasks.add(task);
                            return tasks.find(tenant.id(), task.id());
                        });

        assertThat(added)
                .contains(
                        new Task(
                                task.id(),
                                TaskType.WORKER_DEPLOY,
                                tenant.id(),
                                Optional.of(worker.id()),
                                2,
                                Task.State.PENDING,
                                0,
                                "",
                                World.NOW,
                                Optional.empty()));
        assertThat(call(() -> tasks.find(STRANGER.id(), task.id()))).isEmpty();
        assertThat(call(() -> tasks.list(STRANGER.id(), Page.FIRST)).total()).isZero();
    }

    @Test
    void tasksComeNewestFirstWithoutInnersOwn() {
        NewTask first = add(TaskType.WORKER_DEPLOY, 2);
        NewTask second = add(TaskType.WORKER_DEPLOY, 3);
        NewTask own = add(TaskType.WORKER_RECONCILE, 3);

        Paged<Task> all = call(() -> tasks.list(tenant.id(), Page.FIRST));
        Paged<Task> rest = call(() -> tasks.list(tenant.id(), new Page(1, 1)));

        assertThat(all.items()).extracting(Task::id).containsExactly(second.id(), first.id());
        assertThat(rest.items()).extracting(Task::id).containsExactly(first.id());
        assertThat(rest.total()).isEqualTo(2);
        assertThat(call(() -> tasks.find(tenant.id(), own.id()))).isEmpty();
    }

    private NewTask add(TaskType type, long generation) {
        NewTask task = World.task(type, worker, generation);
        WORLD.transactions.run(() -> tasks.add(task));
        return task;
    }

    private static <T> T call(Supplier<T> work) {
        return WORLD.transactions.call(work);
    }
}
