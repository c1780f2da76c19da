package dev.berth.intent.worker;

import dev.berth.intent.account.Accounts;
import dev.berth.intent.audit.Deed;
import dev.berth.intent.task.NewTask;
import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.Worker;
import dev.berth.model.WorkerSettings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** Changes what developers chose for their workers. */
public final class WorkerUpdates {

    private final WorkerStore store;
    private final Accounts accounts;
    private final Quotas quotas;
    private final KnownExtensions known;
    private final WorkerTasks tasks;
    private final InstantSource clock;

    /** Creates it over where workers are kept. */
    public WorkerUpdates(
            WorkerStore store,
            Accounts accounts,
            Quotas quotas,
            KnownExtensions known,
            WorkerTasks tasks,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.quotas = quotas;
        this.known = known;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Changes a worker that is as expected, and returns it as it is then. More instances are
     * started beside those that run; fewer of them, and other limits, come with a new release of
     * the same version. What changes nothing does nothing.
     */
    public SeenWorker update(
            Caller caller, String id, WorkerPatch patch, Expectation expected, Cause cause) {
        caller.mustBe(Role.DEVELOPER);
        AtomicReference<Optional<SeenWorker>> seen = new AtomicReference<>(Optional.empty());
        tasks.cause(
                () -> {
                    patch.note(Deed.on("worker", id));
                    Worker before = LockedWorker.of(store, caller, id, "change");
                    expected.check(before);
                    Worker after = after(caller, before, patch);
                    seen.set(
                            Optional.of(
                                    new SeenWorker(
                                            after, store.status(after.tenant(), after.id()))));
                    return after.equals(before)
                            ? Optional.empty()
                            : Optional.of(save(before, after, cause));
                });
        return seen.get().orElseThrow();
    }

    private NewTask save(Worker before, Worker after, Cause cause) {
        quotas.mustFit(after.tenant(), WorkerDemand.more(before.settings(), after.settings()));
        store.change(after);
        return tasks.of(TaskType.WORKER_UPDATE, after, after.generation(), cause);
    }

    private Worker after(Caller caller, Worker before, WorkerPatch patch) {
        WorkerSettings settings = patch.over(before.settings());
        check(before, patch, settings);
        ProjectId project =
                patch.project().map(name -> project(caller, name)).orElse(before.project());
        boolean same = settings.equals(before.settings()) && project.equals(before.project());
        return same ? before : next(before, project, settings);
    }

    private void check(Worker before, WorkerPatch patch, WorkerSettings settings) {
        patch.strategy().ifPresent(name -> known.mustKnow("strategy", name, "/strategy"));
        patch.runtime().ifPresent(name -> known.mustKnow("runtime", name, "/runtime"));
        boolean moves = !settings.runtime().equals(before.settings().runtime());
        if (moves && before.release().isPresent()) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot change the runtime of worker '%s': it was deployed on '%s'; create another worker"
                            .formatted(before.id(), before.settings().runtime()));
        }
    }

    private ProjectId project(Caller caller, String name) {
        return accounts.project(caller.tenant(), name)
                .orElseThrow(() -> Refusal.absent("project", name));
    }

    private Worker next(Worker before, ProjectId project, WorkerSettings settings) {
        long generation = before.generation() + 1;
        OptionalLong release = release(before, settings);
        return new Worker(
                before.id(),
                before.tenant(),
                project,
                before.name(),
                settings,
                release.isPresent() ? release : before.release(),
                release.isPresent() ? generation : before.rollout(),
                before.verdict(),
                generation,
                false,
                before.createdAt());
    }

    /** Returns a new release of the version that is wanted, where the change needs one. */
    private OptionalLong release(Worker worker, WorkerSettings settings) {
        if (worker.release().isEmpty()) {
            return OptionalLong.empty();
        }
        TenantId tenant = worker.tenant();
        Release wanted = store.release(tenant, worker.id(), worker.release().getAsLong());
        int asked = store.version(tenant, worker.id(), wanted.version()).orElseThrow().replicas();
        boolean fewer = settings.replicas(asked) < worker.settings().replicas(asked);
        return fewer || !settings.sameLimits(worker.settings())
                ? OptionalLong.of(
                        store.addRelease(
                                tenant,
                                worker.id(),
                                wanted.version(),
                                wanted.config(),
                                clock.instant()))
                : OptionalLong.empty();
    }
}
