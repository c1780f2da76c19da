package dev.berth.store.task;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.WorkerId;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import dev.berth.work.Claim;
import dev.berth.work.task.Room;
import dev.berth.work.task.TaskQueue;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table of tasks as Inner sees it. */
public final class SqlTaskQueue implements TaskQueue {

    private final JpaTransactions transactions;

    public SqlTaskQueue(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Claim> claim(String executor, Room room) {
        return transactions.call(
                () -> {
                    List<Claim> claims = claimed(executor, room);
                    if (!claims.isEmpty()) {
                        sql().update(TaskStatements.AFRESH, array("text", workers(claims)));
                    }
                    return claims;
                });
    }

    @Override
    public Set<Claim> renew(String executor, Collection<Claim> claims) {
        Set<UUID> held = new HashSet<>(renewed(executor, claims));
        return claims.stream()
                .filter(claim -> held.contains(claim.task().value()))
                .collect(Collectors.toSet());
    }

    @Override
    public void settle(Claim claim, long generation, Optional<String> error) {
        Object worker = claim.worker().value();
        String reason = error.orElse("");
        update(
                TaskStatements.SETTLE,
                claim.task().value(),
                claim.attempt(),
                reason,
                worker,
                generation,
                error.isPresent() ? "failed" : "succeeded",
                reason,
                worker,
                generation,
                generation,
                TaskType.WORKER_RECONCILE.word(),
                worker,
                generation);
    }

    @Override
    public void again(Claim claim, Duration pause) {
        update(TaskStatements.AGAIN, pause.toMillis(), claim.task().value(), claim.attempt());
    }

    @Override
    public void retry(Claim claim, Duration pause, String error) {
        update(
                TaskStatements.RETRY,
                pause.toMillis(),
                error,
                claim.task().value(),
                claim.attempt());
    }

    @Override
    public void free(String executor) {
        update(TaskStatements.FREE, executor);
    }

    @Override
    public void reconcileAll() {
        String type = TaskType.WORKER_RECONCILE.word();
        transactions.run(() -> sql().update(TaskStatements.RECONCILE_ALL, type, type));
    }

    @Override
    public void look(WorkerId worker) {
        String id = worker.value();
        update(TaskStatements.LOOK, id, TaskType.WORKER_RECONCILE.word(), id);
    }

    @Override
    public Optional<TaskId> accept(TaskType type, WorkerId worker) {
        UUID id = UUID.randomUUID();
        return transactions.call(
                () ->
                        sql().first(
                                        TaskStatements.ACCEPT,
                                        _ -> new TaskId(id),
                                        id,
                                        type.word(),
                                        id.toString(),
                                        worker.value()));
    }

    private List<Claim> claimed(String executor, Room room) {
        List<String> runtimes = List.copyOf(room.held().keySet());
        return sql().query(
                        TaskStatements.CLAIM,
                        SqlTaskQueue::claim,
                        array("text", runtimes.toArray()),
                        array("int", runtimes.stream().map(room.held()::get).toArray()),
                        room.each(),
                        room.most(),
                        executor,
                        LEASE.toMillis(),
                        executor);
    }

    private static Object[] workers(List<Claim> claims) {
        return claims.stream().map(claim -> claim.worker().value()).toArray();
    }

    private List<UUID> renewed(String executor, Collection<Claim> claims) {
        Object[] tasks = claims.stream().map(claim -> claim.task().value()).toArray();
        Object[] attempts = claims.stream().map(Claim::attempt).toArray();
        return transactions.statement(
                sql ->
                        sql.query(
                                TaskStatements.RENEW,
                                row -> row.getObject("id", UUID.class),
                                LEASE.toMillis(),
                                executor,
                                array("uuid", tasks),
                                array("bigint", attempts)));
    }

    private void update(String text, Object... values) {
        transactions.statement(sql -> sql.update(text, values));
    }

    private static Sql.Bound array(String type, Object... values) {
        return (statement, index) -> {
            Connection connection = statement.getConnection();
            Array array = connection.createArrayOf(type, values);
            statement.setArray(index, array);
        };
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                new WorkerId(row.getString("worker_id")),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new TaskId(row.getObject("id", UUID.class)),
                TaskType.parse(row.getString("type")).orElseThrow(),
                row.getString("request_id"),
                row.getLong("attempt"),
                row.getInt("tries"),
                row.getString("runtime"));
    }

    private Sql sql() {
        return transactions.sql();
    }
}
