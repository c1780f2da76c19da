package dev.berth.intent.worker;

import dev.berth.intent.Transactions;
import dev.berth.intent.account.Accounts;
import dev.berth.intent.audit.Deed;
import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.Names;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerSettings;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Creates, shows and deletes workers. */
public final class Workers {

    private static final int VERSIONS = 10;

    private final Transactions transactions;
    private final WorkerStore store;
    private final Accounts accounts;
    private final Quotas quotas;
    private final KnownExtensions known;
    private final WorkerTasks tasks;
    private final InnerLogs logs;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Creates it over where workers are kept. */
    public Workers(
            Transactions transactions,
            WorkerStore store,
            Accounts accounts,
            Quotas quotas,
            KnownExtensions known,
            WorkerTasks tasks,
            InnerLogs logs,
            InstantSource clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.store = store;
        this.accounts = accounts;
        this.quotas = quotas;
        this.known = known;
        this.tasks = tasks;
        this.logs = logs;
        this.clock = clock;
        this.random = random;
    }

    /** Adds a worker without a version and returns it. */
    public Worker create(Caller caller, String name, String project, WorkerSettings settings) {
        caller.mustBe(Role.DEVELOPER);
        return transactions.call(
                () -> {
                    Worker worker = draft(caller, name, project, settings);
                    quotas.mustFit(caller.tenant(), WorkerDemand.of(settings));
                    store.add(worker, caller.user());
                    note(worker, project);
                    return worker;
                });
    }

    /** Returns a worker as it would be added; refuses one that would not. Needs a transaction. */
    Worker draft(Caller caller, String name, String project, WorkerSettings settings) {
        Names.check("/worker_name", name)
                .ifPresent(
                        problem -> {
                            throw Refusal.of(
                                    Refusal.Kind.MALFORMED,
                                    "cannot create the worker",
                                    List.of(problem));
                        });
        known.mustKnow("runtime", settings.runtime(), "/runtime");
        known.mustKnow("strategy", settings.strategy(), "/strategy");
        return new Worker(
                WorkerId.random(random),
                caller.tenant(),
                projectOf(caller, project),
                name,
                settings,
                OptionalLong.empty(),
                0,
                Optional.empty(),
                1,
                false,
                clock.instant());
    }

    /**
     * Returns the workers of the caller's tenant; of all projects where {@code project} is empty.
     */
    public Paged<SeenWorker> list(Caller caller, String project, Page page) {
        return transactions.call(
                () ->
                        project.isEmpty()
                                ? store.list(caller.tenant(), page)
                                : store.list(caller.tenant(), projectOf(caller, project), page));
    }

    /** Returns one worker with its newest versions from {@code offset} and its live releases. */
    public WorkerDetails find(Caller caller, String id, int offset) {
        Page oneMore = new Page(VERSIONS + 1, offset);
        return transactions.call(
                () -> {
                    Worker worker = existing(caller, id);
                    TenantId tenant = caller.tenant();
                    return new WorkerDetails(
                            new SeenWorker(worker, store.status(tenant, worker.id())),
                            VersionEntry.history(
                                    store.versions(tenant, worker.id(), oneMore), VERSIONS),
                            store.releases(tenant, worker.id()),
                            store.rollout(tenant, worker.id()));
                });
    }

    /** Wants a worker gone; Inner tears it down, then it is purged. Idempotent. */
    public void delete(Caller caller, String id, Cause cause) {
        caller.mustBe(Role.DEVELOPER);
        tasks.cause(
                () -> {
                    Worker worker =
                            WorkerId.parse(id)
                                    .flatMap(key -> store.lock(caller.tenant(), key))
                                    .orElseThrow(() -> Refusal.absent("worker", id));
                    Deed.on("worker", worker.id()).changed("name", worker.name());
                    if (worker.deleted()) {
                        return Optional.empty();
                    }
                    long generation = worker.generation() + 1;
                    store.markDeleted(caller.tenant(), worker.id(), generation);
                    return Optional.of(tasks.of(TaskType.WORKER_DELETE, worker, generation, cause));
                });
    }

    /** Opens the logs of a worker of the caller's tenant; the caller closes the stream. */
    public InputStream logs(Caller caller, String id, LogRequest request) {
        Worker worker = transactions.call(() -> existing(caller, id));
        return logs.open(worker.id(), request);
    }

    /** Returns a worker of the caller's tenant. Needs a transaction. */
    Worker existing(Caller caller, String id) {
        return WorkerId.parse(id)
                .flatMap(key -> store.find(caller.tenant(), key))
                .orElseThrow(() -> Refusal.absent("worker", id));
    }

    private static void note(Worker worker, String project) {
        WorkerSettings settings = worker.settings();
        Deed.on("worker", worker.id())
                .changed("name", worker.name())
                .changed("project", project)
                .changed("assigned_cpu", settings.cpu())
                .changed("assigned_memory", settings.memory())
                .changed("min_replicas", settings.minReplicas())
                .changed("max_replicas", settings.maxReplicas())
                .changed("strategy", settings.strategy())
                .changed("runtime", settings.runtime());
    }

    private ProjectId projectOf(Caller caller, String name) {
        return accounts.project(caller.tenant(), name)
                .orElseThrow(() -> Refusal.absent("project", name));
    }
}
