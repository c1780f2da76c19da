package dev.berth.inner;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import dev.berth.intent.Transactions;
import dev.berth.intent.account.Account;
import dev.berth.intent.account.NewAccount;
import dev.berth.intent.task.NewTask;
import dev.berth.intent.worker.WorkerStore;
import dev.berth.model.Artifact;
import dev.berth.model.Cause;
import dev.berth.model.Configuration;
import dev.berth.model.Health;
import dev.berth.model.ProjectId;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.Version;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerSettings;
import dev.berth.store.OuterStore;
import dev.berth.store.cipher.ConfigKey;
import dev.berth.store.cipher.ConfigKeys;
import dev.berth.store.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What Outer would write, into a database of its own. */
final class Deployments implements AutoCloseable {

    static final ConfigKeys KEY = ConfigKeys.of(ConfigKey.of(new byte[ConfigKey.LENGTH]));

    final TestDatabase database = TestDatabase.create();
    private final OuterStore outer = OuterStore.open(database.outer(), KEY);
    private final Transactions transactions = outer.transactions();

    /** Adds a user with a tenant and a project. */
    NewAccount tenant() {
        UUID user = UUID.randomUUID();
        NewAccount account =
                new NewAccount(
                        new Account(new UserId(user), user + "@example.org", "hash"),
                        new TenantId(UUID.randomUUID()),
                        new ProjectId(UUID.randomUUID()));
        transactions.run(() -> outer.accounts().add(account, Instant.now()));
        return account;
    }

    /** Adds a worker on a runtime. */
    Worker worker(NewAccount tenant, String runtime) {
        WorkerId id = WorkerId.random(ThreadLocalRandom.current());
        Worker worker =
                new Worker(
                        id,
                        tenant.tenant(),
                        tenant.project(),
                        "web-" + id,
                        new WorkerSettings("1", "500Mi", "2Gi", 0, 3, "", "plain", runtime),
                        OptionalLong.empty(),
                        0,
                        Optional.empty(),
                        1,
                        false,
                        Instant.now());
        transactions.run(() -> outer.workers().add(worker, tenant.account().user()));
        return worker;
    }

    /** Deploys one instance of a new worker. */
    Worker deploy(NewAccount tenant, String runtime) {
        Worker worker = worker(tenant, runtime);
        deploy(tenant, worker, 1);
        return worker;
    }

    /** Deploys a version with so many instances, and returns the number of its release. */
    long deploy(NewAccount tenant, Worker worker, int replicas) {
        return transactions.call(
                () -> {
                    WorkerStore workers = outer.workers();
                    Worker locked = workers.lock(worker.tenant(), worker.id()).orElseThrow();
                    long generation = locked.generation() + 1;
                    workers.deploy(
                            worker.tenant(),
                            version(tenant, worker, replicas),
                            Configuration.NONE,
                            generation);
                    outer.tasks().add(task(locked, generation));
                    return workers.find(worker.tenant(), worker.id())
                            .flatMap(now -> now.release().stream().boxed().findFirst())
                            .orElseThrow();
                });
    }

    private static Version version(NewAccount tenant, Worker worker, int replicas) {
        return new Version(
                0,
                worker.id(),
                new Artifact.Image("registry.example/web:1"),
                List.of(),
                new Health.Http("/"),
                OptionalInt.empty(),
                replicas,
                "plain",
                "",
                tenant.account().user(),
                Instant.now());
    }

    private static NewTask task(Worker worker, long generation) {
        return new NewTask(
                new TaskId(UUID.randomUUID()),
                TaskType.WORKER_DEPLOY,
                worker.tenant(),
                worker.id(),
                generation,
                new Cause(Optional.empty(), "request-" + worker.id(), Optional.empty()),
                false,
                Instant.now());
    }

    /** Returns how many rows {@code query} counts. */
    long count(String query) {
        return Long.parseLong(text("SELECT count(*) FROM " + query));
    }

    /** Returns the one value that {@code query} answers, as text. */
    String text(String query) {
        try (Connection superuser = database.superuser().getConnection();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    /** Runs SQL as somebody who may do everything. */
    void run(String sql) {
        try (Connection superuser = database.superuser().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Removes every worker, with its tasks. */
    void empty() {
        run("UPDATE workers SET deleted = true, generation = generation + 1 WHERE NOT deleted");
        run("DELETE FROM workers");
        run("DELETE FROM outbox");
    }

    /** Waits until no task of these workers is left to be done. */
    void untilSettled(List<Worker> workers) {
        String left = tasks(workers) + " AND state IN ('pending', 'running', 'retrying')";
        await().atMost(Duration.ofSeconds(60)).until(() -> count(left) == 0);
    }

    /** Waits until no task of a worker is left to be done. */
    void untilSettled(Worker worker) {
        untilSettled(List.of(worker));
    }

    /** Returns what each task of a worker that Outer added came to, and after how many attempts. */
    String outcome(Worker worker) {
        return text(
                "SELECT string_agg(state || ' ' || attempts, ', ' ORDER BY seq) FROM "
                        + tasks(worker));
    }

    /** Returns the table and the condition by which the tasks of a worker are found. */
    static String tasks(Worker worker) {
        return tasks(List.of(worker));
    }

    /** Returns the table and the condition by which tasks that Outer added are found. */
    static String tasks(List<Worker> workers) {
        return workers.stream()
                .map(worker -> "'" + worker.id() + "'")
                .collect(
                        joining(
                                ", ",
                                "tasks WHERE type = 'worker.deploy' AND worker_id IN (",
                                ")"));
    }

    @Override
    public void close() {
        outer.close();
    }
}
