package dev.berth.store;

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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;

/** A database with Outer's ports on it, and short ways to fill it. */
public final class World implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");
    public static final UserId ACTOR = new UserId(new UUID(0, 7));
    public static final String TRACEPARENT =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    public static final ConfigKeys KEY = ConfigKeys.of(ConfigKey.of(new byte[ConfigKey.LENGTH]));

    public final TestDatabase database = TestDatabase.create();
    public final OuterStore outer = OuterStore.open(database.outer(), KEY);
    public final InnerStore inner = InnerStore.open(database.inner(), KEY);
    public final Transactions transactions = outer.transactions();

    /** A user and what he has from the start. */
    public record Tenant(NewAccount account) {

        public TenantId id() {
            return account.tenant();
        }

        public UserId user() {
            return account.account().user();
        }

        public ProjectId project() {
            return account.project();
        }

        public String email() {
            return account.account().email();
        }
    }

    public Tenant tenant() {
        UUID user = UUID.randomUUID();
        NewAccount account =
                new NewAccount(
                        new Account(new UserId(user), user + "@example.org", "hash"),
                        new TenantId(UUID.randomUUID()),
                        new ProjectId(UUID.randomUUID()));
        transactions.run(() -> outer.accounts().add(account, NOW));
        return new Tenant(account);
    }

    public Worker worker(Tenant tenant) {
        Worker worker = unsaved(tenant, "web-" + ThreadLocalRandom.current().nextInt(1 << 30));
        transactions.run(() -> outer.workers().add(worker, tenant.user()));
        return worker;
    }

    public static Worker unsaved(Tenant tenant, String name) {
        return new Worker(
                WorkerId.random(ThreadLocalRandom.current()),
                tenant.id(),
                tenant.project(),
                name,
                new WorkerSettings("1", "500Mi", "2Gi", 0, 3, "", "recreate", "process"),
                OptionalLong.empty(),
                0,
                Optional.empty(),
                1,
                false,
                NOW);
    }

    /** Deploys an image and returns the worker as it is then wanted. */
    public Worker deploy(Tenant tenant, Worker worker) {
        return deploy(
                tenant,
                worker,
                new Artifact.Image("registry.example/web:1"),
                Map.of("GREETING", "hello"));
    }

    public Worker deploy(
            Tenant tenant, Worker worker, Artifact artifact, Map<String, String> environment) {
        WorkerStore workers = outer.workers();
        return transactions.call(
                () -> {
                    Worker locked = workers.lock(tenant.id(), worker.id()).orElseThrow();
                    long generation = locked.generation() + 1;
                    workers.deploy(
                            tenant.id(),
                            version(tenant, worker, artifact),
                            Configuration.bringing(environment),
                            generation);
                    outer.tasks().add(task(TaskType.WORKER_DEPLOY, locked, generation));
                    return workers.find(tenant.id(), worker.id()).orElseThrow();
                });
    }

    /** Wants the same of a worker again, and that what had failed is tried anew. */
    public Worker requeue(Worker worker) {
        WorkerStore workers = outer.workers();
        return transactions.call(
                () -> {
                    Worker locked = workers.lock(worker.tenant(), worker.id()).orElseThrow();
                    long generation = locked.generation() + 1;
                    long release = locked.release().orElseThrow();
                    workers.want(worker.tenant(), worker.id(), release, generation);
                    outer.tasks().add(task(TaskType.WORKER_DEPLOY, locked, generation, true));
                    return workers.find(worker.tenant(), worker.id()).orElseThrow();
                });
    }

    /** Marks a worker as deleted, with the task that purges it. */
    public void delete(Worker worker) {
        transactions.run(
                () -> {
                    Worker locked =
                            outer.workers().lock(worker.tenant(), worker.id()).orElseThrow();
                    long generation = locked.generation() + 1;
                    outer.workers().markDeleted(worker.tenant(), worker.id(), generation);
                    outer.tasks().add(task(TaskType.WORKER_DELETE, locked, generation));
                });
    }

    public static NewTask task(TaskType type, Worker worker, long generation) {
        return task(type, worker, generation, false);
    }

    private static NewTask task(TaskType type, Worker worker, long generation, boolean afresh) {
        return new NewTask(
                new TaskId(UUID.randomUUID()),
                type,
                worker.tenant(),
                worker.id(),
                generation,
                new Cause(Optional.of(ACTOR), "request-" + generation, Optional.of(TRACEPARENT)),
                afresh,
                NOW);
    }

    /** Runs SQL as somebody who may do everything. */
    public int sql(String text) {
        try (Connection superuser = database.superuser().getConnection();
                Statement statement = superuser.createStatement()) {
            return statement.executeUpdate(text);
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** Returns the one number that {@code query} answers. */
    public long number(String query) {
        try (Connection superuser = database.superuser().getConnection();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Removes every worker, with its tasks, and what was to be told of it. */
    public void empty() {
        sql("UPDATE workers SET deleted = true, generation = generation + 1 WHERE NOT deleted");
        sql("DELETE FROM workers");
        sql("DELETE FROM outbox");
    }

    /** Waits until no task is left to be done. */
    public void untilSettled() {
        untilSettled(Duration.ofSeconds(60));
    }

    public void untilSettled(Duration most) {
        Awaitility.await()
                .atMost(most)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () ->
                                number(
                                                "SELECT count(*) FROM tasks WHERE state IN"
                                                        + " ('pending', 'running', 'retrying')")
                                        == 0);
    }

    /** Waits until an Inner waits for somebody's lock. */
    public void untilInnerWaits() {
        Awaitility.await()
                .until(
                        () ->
                                number(
                                                """
                                                SELECT count(*) FROM pg_stat_activity
                                                WHERE wait_event_type = 'Lock'
                                                    AND usename = 'berth_inner'
                                                    AND datname = current_database()
                                                """)
                                        > 0);
    }

    /** Makes every lease run out by the clock of the database. */
    public void expireLeases() {
        sql("UPDATE tasks SET lease_until = now() - interval '1 second' WHERE state = 'running'");
    }

    /** Makes every task due that waits. */
    public void makeDue() {
        sql("UPDATE tasks SET due_at = now() WHERE state IN ('pending', 'retrying')");
    }

    public static Version version(Tenant tenant, Worker worker, Artifact artifact) {
        return new Version(
                0,
                worker.id(),
                artifact,
                List.of("java", "-jar", "it's \"one\".jar"),
                new Health.Http("/health"),
                OptionalInt.of(80),
                2,
                "recreate",
                "c0ffee",
                tenant.user(),
                NOW);
    }

    @Override
    public void close() {
        inner.close();
        outer.close();
    }
}
