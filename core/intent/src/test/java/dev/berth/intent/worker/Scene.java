package dev.berth.intent.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.intent.MovableClock;
import dev.berth.intent.account.InMemoryAccounts;
import dev.berth.intent.source.InMemorySourceStore;
import dev.berth.intent.source.ManifestReader;
import dev.berth.intent.source.StoredSource;
import dev.berth.intent.task.InMemoryTaskStore;
import dev.berth.intent.tenant.InMemoryQuotas;
import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Caller;
import dev.berth.model.ConfiguredExtension;
import dev.berth.model.Plan;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.Role;
import dev.berth.model.SourceId;
import dev.berth.model.TaskId;
import dev.berth.model.Worker;
import dev.berth.model.WorkerSettings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** The use cases of workers over stores in memory, with one developer and his project. */
final class Scene {

    final FakeTransactions transactions = new FakeTransactions();
    final MovableClock clock = new MovableClock();
    final InMemoryWorkerStore store = new InMemoryWorkerStore(transactions);
    final InMemorySourceStore sources = new InMemorySourceStore(transactions);
    final InMemoryTaskStore taskStore = new InMemoryTaskStore(transactions);
    final InMemoryAccounts accounts = new InMemoryAccounts(transactions);
    final InMemoryQuotas quotas = new InMemoryQuotas(transactions);
    final Caller developer = somebody(Role.DEVELOPER);
    final List<TaskId> announced = new ArrayList<>();
    final List<ConfiguredExtension> extensions =
            new ArrayList<>(
                    List.of(
                            instance("runtime", "process"),
                            instance("runtime", "pretend"),
                            instance("strategy", "recreate")));

    private final KnownExtensions known = new KnownExtensions(() -> List.copyOf(extensions));
    private final WorkerTasks tasks =
            new WorkerTasks(transactions, taskStore, this::announced, clock);
    final Workers workers =
            new Workers(
                    transactions,
                    store,
                    accounts,
                    new Quotas(transactions, quotas, Map.of()),
                    known,
                    tasks,
                    (_, _) -> line(),
                    clock,
                    new SplittableRandom(1));
    private final Deployables deployables = new Deployables(sources, new ManifestReader());
    final Deployments deployments = new Deployments(store, deployables, known, tasks, clock);
    final List<PlannedDeploy> planned = new ArrayList<>();
    final Plans plans = new Plans(transactions, workers, deployables, known, this::planned);
    final Configurations configurations = new Configurations(transactions, store, tasks, clock);
    final WorkerUpdates updates =
            new WorkerUpdates(
                    store,
                    accounts,
                    new Quotas(transactions, quotas, Map.of()),
                    known,
                    tasks,
                    clock);
    final RollBacks rollBacks = new RollBacks(store, tasks, clock);
    final Verdicts verdicts = new Verdicts(store, tasks);
    final Requeues requeues = new Requeues(store, taskStore, tasks);

    /** Returns somebody with a tenant and a project of his own. */
    Caller somebody(Role role) {
        Caller caller = Callers.of(role);
        accounts.addProject(caller.tenant());
        return caller;
    }

    Worker worker(String name) {
        return workers.create(developer, name, "default", settings(1, 2));
    }

    SourceId source(Caller owner, Optional<String> manifest) {
        SourceId id = new SourceId("%064x".formatted(sources.size()));
        transactions.run(
                () ->
                        sources.add(
                                new StoredSource(owner.tenant(), id, 1, manifest, clock.instant()),
                                InputStream.nullInputStream()));
        return id;
    }

    static WorkerSettings settings(int min, int max) {
        return new WorkerSettings("1", "500Mi", "2Gi", min, max, "", "recreate", "process");
    }

    private void announced(TaskId task) {
        if (transactions.open()) {
            throw new IllegalStateException("announced before the commit");
        }
        announced.add(task);
    }

    private Plan planned(PlannedDeploy deploy) {
        if (transactions.open()) {
            throw new IllegalStateException("a transaction waits for Inner");
        }
        planned.add(deploy);
        return new Plan(deploy, OptionalLong.empty(), List.of());
    }

    private static InputStream line() {
        return new ByteArrayInputStream("{}\n".getBytes(UTF_8));
    }

    private static ConfiguredExtension instance(String kind, String name) {
        return new ConfiguredExtension(kind, name, name, "dev.berth.plugin", true, true, "");
    }
}
