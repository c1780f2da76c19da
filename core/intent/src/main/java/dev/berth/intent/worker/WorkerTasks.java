package dev.berth.intent.worker;

import dev.berth.intent.Transactions;
import dev.berth.intent.task.Announcer;
import dev.berth.intent.task.NewTask;
import dev.berth.intent.task.TaskStore;
import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Couples a change of intent with the task that brings it about. */
public final class WorkerTasks {

    private final Transactions transactions;
    private final TaskStore store;
    private final Announcer announcer;
    private final InstantSource clock;

    /** Creates it over where tasks are kept and how they are announced. */
    public WorkerTasks(
            Transactions transactions, TaskStore store, Announcer announcer, InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Commits what {@code change} does together with the task that it returns, then announces it.
     */
    void cause(Supplier<Optional<NewTask>> change) {
        Optional<NewTask> caused =
                transactions.call(
                        () -> {
                            Optional<NewTask> task = change.get();
                            task.ifPresent(store::add);
                            return task;
                        });
        caused.map(NewTask::id)
                .ifPresent(task -> transactions.afterwards(() -> announcer.announce(task)));
    }

    Task find(Caller caller, TaskId id) {
        return transactions.call(() -> store.find(caller.tenant(), id)).orElseThrow();
    }

    NewTask of(TaskType type, Worker worker, long generation, Cause cause) {
        return task(type, worker, generation, cause, false);
    }

    /** Returns a task by which Inner tries again what had failed. */
    NewTask afresh(TaskType type, Worker worker, long generation, Cause cause) {
        return task(type, worker, generation, cause, true);
    }

    private NewTask task(
            TaskType type, Worker worker, long generation, Cause cause, boolean afresh) {
        return new NewTask(
                new TaskId(UUID.randomUUID()),
                type,
                worker.tenant(),
                worker.id(),
                generation,
                cause,
                afresh,
                clock.instant());
    }
}
