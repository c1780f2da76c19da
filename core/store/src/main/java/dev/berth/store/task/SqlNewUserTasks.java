package dev.berth.store.task;

import dev.berth.intent.task.NewUserTask;
import dev.berth.intent.task.UserTaskStore;
import dev.berth.store.sql.JpaTransactions;

/** Adds tasks about users, for Outer. */
public record SqlNewUserTasks(JpaTransactions transactions) implements UserTaskStore {

    private static final String ADD =
            """
            INSERT INTO tasks (id, type, tenant_id, user_id, generation, request_id, actor,
                created_at)
            VALUES (?, ?, ?, ?, 1, ?, ?, ?)
            """;

    @Override
    public void add(NewUserTask task) {
        var _ =
                transactions
                        .sql()
                        .update(
                                ADD,
                                task.id().value(),
                                task.type().word(),
                                task.tenant().value(),
                                task.user().value(),
                                task.id().toString(),
                                task.user().toString(),
                                task.createdAt());
    }
}
