package dev.berth.store.task;

import dev.berth.intent.task.NewTask;
import dev.berth.intent.task.TaskStore;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.WorkerId;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Words;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Keeps tasks as Outer sees them. */
public final class JpaTaskStore implements TaskStore {

    private static final String SHOWN =
            " FROM TaskRow t WHERE t.tenantId = :tenant AND t.type <> 'worker.reconcile'"
                    + " AND t.type <> 'user.audit'";

    private final JpaTransactions transactions;

    public JpaTaskStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(NewTask task) {
        var _ =
                transactions
                        .sql()
                        .update(
                                """
                                INSERT INTO tasks (id, type, tenant_id, worker_id, generation,
                                    request_id, actor, traceparent, afresh, created_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?::text, ?::text, ?, ?)
                                """,
                                task.id().value(),
                                task.type().word(),
                                task.tenant().value(),
                                task.worker().value(),
                                task.generation(),
                                task.cause().requestId(),
                                task.cause().actor().map(UserId::toString),
                                task.cause().traceparent(),
                                task.afresh(),
                                task.createdAt());
    }

    @Override
    public Optional<Task> find(TenantId tenant, TaskId id) {
        return entities()
                .createQuery("SELECT t" + SHOWN + " AND t.id = :id", TaskRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(JpaTaskStore::task);
    }

    @Override
    public Paged<Task> list(TenantId tenant, Page page) {
        long total =
                entities()
                        .createQuery("SELECT COUNT(t)" + SHOWN, Long.class)
                        .setParameter("tenant", tenant.value())
                        .getSingleResult();
        return new Paged<>(
                entities()
                        .createQuery("SELECT t" + SHOWN + " ORDER BY t.seq DESC", TaskRow.class)
                        .setParameter("tenant", tenant.value())
                        .setMaxResults(page.limit())
                        .setFirstResult(page.offset())
                        .getResultStream()
                        .map(JpaTaskStore::task)
                        .toList(),
                total);
    }

    private static Task task(TaskRow row) {
        return new Task(
                new TaskId(row.id),
                TaskType.parse(row.type).orElseThrow(),
                new TenantId(row.tenantId),
                Optional.ofNullable(row.workerId).map(WorkerId::new),
                row.generation,
                Words.read(Task.State.class, row.state),
                row.attempts,
                row.error,
                row.createdAt,
                Optional.ofNullable(row.finishedAt));
    }

    private EntityManager entities() {
        return transactions.entities();
    }
}
