package dev.berth.intent.worker;

import dev.berth.intent.audit.Deed;
import dev.berth.intent.task.NewTask;
import dev.berth.intent.task.TaskStore;
import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Lets an operator have tried again what has failed. */
public final class Requeues {

    private final WorkerStore workers;
    private final TaskStore store;
    private final WorkerTasks tasks;

    /** Creates it over where workers and tasks are kept. */
    public Requeues(WorkerStore workers, TaskStore store, WorkerTasks tasks) {
        this.workers = workers;
        this.store = store;
        this.tasks = tasks;
    }

    /**
     * Wants the worker of a failed task as it is wanted now, as a new generation, and returns the
     * task for that. Twice makes two tasks, of which Inner settles both at once.
     */
    public Task requeue(Caller caller, String id, Cause cause) {
        AtomicReference<TaskId> added = new AtomicReference<>();
        tasks.cause(
                () -> {
                    Task failed = failed(caller, id);
                    NewTask next = next(failed, cause);
                    added.set(next.id());
                    Deed.on("task", failed.id())
                            .changed("worker", next.worker())
                            .changed("task", next.id());
                    return Optional.of(next);
                });
        return tasks.find(caller, added.get());
    }

    private Task failed(Caller caller, String id) {
        Task task =
                TaskId.parse(id)
                        .flatMap(key -> store.find(caller.tenant(), key))
                        .orElseThrow(() -> Refusal.absent("task", id));
        caller.mustBe(Role.OWNER);
        if (task.state() != Task.State.FAILED) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot requeue task '%s': it has not failed, it is %s"
                            .formatted(id, task.state().name().toLowerCase(Locale.ROOT)));
        }
        return task;
    }

    private NewTask next(Task failed, Cause cause) {
        WorkerId id = failed.worker().orElseThrow(() -> aboutUser(failed));
        Worker worker =
                workers.lock(failed.tenant(), id)
                        .orElseThrow(() -> Refusal.absent("task", failed.id().toString()));
        // what is being deleted, or was never deployed, can be wanted no other way than it is
        if (worker.deleted() || worker.release().isEmpty()) {
            return tasks.afresh(failed.type(), worker, worker.generation(), cause);
        }
        long generation = worker.generation() + 1;
        workers.want(worker.tenant(), worker.id(), worker.release().getAsLong(), generation);
        return tasks.afresh(failed.type(), worker, generation, cause);
    }

    private static Refusal aboutUser(Task failed) {
        return Refusal.of(
                Refusal.Kind.CONFLICT,
                "cannot requeue task '%s': it is about a user, whom the next audit looks at again"
                        .formatted(failed.id()));
    }
}
