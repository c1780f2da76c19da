package dev.berth.store.task;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import dev.berth.work.user.UserTask;
import dev.berth.work.user.UserTaskQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The table of tasks, as far as they are about users. */
public final class SqlUserTasks implements UserTaskQueue {

    private final JpaTransactions transactions;

    public SqlUserTasks(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<UserTask> due(int most) {
        return transactions.statement(
                sql -> sql.query(UserTaskStatements.DUE, SqlUserTasks::task, most));
    }

    @Override
    public Ended run(UserTask task, Supplier<Optional<String>> duty) {
        return transactions.whole(() -> locked(task) ? settle(task, duty.get()) : Ended.ELSEWHERE);
    }

    private boolean locked(UserTask task) {
        return transactions
                .sql()
                .first(UserTaskStatements.LOCK, _ -> true, task.id().value())
                .isPresent();
    }

    private Ended settle(UserTask task, Optional<String> error) {
        UUID id = task.id().value();
        Sql sql = transactions.sql();
        if (error.isEmpty() && task.type() == TaskType.USER_AUDIT) {
            sql.update(UserTaskStatements.FORGET, id);
        } else {
            sql.update(
                    UserTaskStatements.SETTLE,
                    error.isPresent() ? "failed" : "succeeded",
                    error.orElse(""),
                    id);
        }
        return error.isPresent() ? Ended.BADLY : Ended.WELL;
    }

    @Override
    public void retry(UserTask task, Duration pause, String error) {
        update(UserTaskStatements.RETRY, pause.toMillis(), error, task.id().value());
    }

    @Override
    public void fail(UserTask task, String error) {
        update(UserTaskStatements.SETTLE, "failed", error, task.id().value());
    }

    @Override
    public Optional<TaskId> accept(TaskType type, UserId user) {
        UUID id = UUID.randomUUID();
        return transactions.call(
                () ->
                        transactions
                                .sql()
                                .first(
                                        UserTaskStatements.ACCEPT,
                                        _ -> new TaskId(id),
                                        id,
                                        type.word(),
                                        id.toString(),
                                        user.value()));
    }

    private void update(String text, Object... values) {
        transactions.run(() -> transactions.sql().update(text, values));
    }

    private static UserTask task(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new UserTask(
                new TaskId(columns.id("id")),
                TaskType.parse(columns.text("type")).orElseThrow(),
                new UserId(columns.id("user_id")),
                new TenantId(columns.id("tenant_id")),
                columns.text("request_id"),
                columns.whole("tries"));
    }
}
