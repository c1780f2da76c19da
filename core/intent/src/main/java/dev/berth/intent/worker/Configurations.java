package dev.berth.intent.worker;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.Configuration;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.VariableChange;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Shows and changes what workers are configured with. */
public final class Configurations {

    private final Transactions transactions;
    private final WorkerStore store;
    private final WorkerTasks tasks;
    private final InstantSource clock;

    /** Creates it over where workers are kept. */
    public Configurations(
            Transactions transactions, WorkerStore store, WorkerTasks tasks, InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Returns what is wanted of a worker of the caller's tenant. */
    public Configuration of(Caller caller, String id) {
        return transactions.call(
                () ->
                        WorkerId.parse(id)
                                .flatMap(key -> store.find(caller.tenant(), key))
                                .map(worker -> store.configuration(caller.tenant(), worker.id()))
                                .orElseThrow(() -> Refusal.absent("worker", id)));
    }

    /**
     * Changes variables, and returns what is wanted then. The version that is wanted is rolled out
     * with them; before the first deploy they are kept for that. What changes nothing does nothing.
     */
    public Configuration changeEnv(Caller caller, String id, VariableChange change, Cause cause) {
        return change(
                caller, id, TaskType.WORKER_SYNC_ENV, before -> before.withEnv(change), cause);
    }

    /** Changes secrets like {@link #changeEnv}. */
    public Configuration changeSecrets(
            Caller caller, String id, VariableChange change, Cause cause) {
        return change(
                caller,
                id,
                TaskType.WORKER_SYNC_SECRET,
                before -> before.withSecrets(change),
                cause);
    }

    private Configuration change(
            Caller caller,
            String id,
            TaskType type,
            UnaryOperator<Configuration> change,
            Cause cause) {
        caller.mustBe(Role.DEVELOPER);
        AtomicReference<Configuration> wanted = new AtomicReference<>(Configuration.NONE);
        tasks.cause(
                () -> {
                    Worker worker = LockedWorker.of(store, caller, id, "configure");
                    Configuration before = store.configuration(worker.tenant(), worker.id());
                    Configuration now = change.apply(before).fitting();
                    wanted.set(now);
                    ChangedNames.note(worker, before, now);
                    return now.equals(before)
                            ? Optional.empty()
                            : release(worker, keep(worker, now))
                                    .map(generation -> tasks.of(type, worker, generation, cause));
                });
        return wanted.get();
    }

    private long keep(Worker worker, Configuration configuration) {
        Instant now = clock.instant();
        return store.addConfiguration(worker.tenant(), worker.id(), configuration, now);
    }

    /** Wants a new release of the same version; returns its generation, if there is a version. */
    private Optional<Long> release(Worker worker, long configuration) {
        if (worker.release().isEmpty()) {
            return Optional.empty();
        }
        Release wanted = store.release(worker.tenant(), worker.id(), worker.release().getAsLong());
        long release =
                store.addRelease(
                        worker.tenant(),
                        worker.id(),
                        wanted.version(),
                        configuration,
                        clock.instant());
        long generation = worker.generation() + 1;
        store.want(worker.tenant(), worker.id(), release, generation);
        return Optional.of(generation);
    }
}
