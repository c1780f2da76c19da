package dev.berth.intent.task;

import dev.berth.intent.Transactions;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.InstantSource;
import java.util.UUID;

/** Has Inner do what is to be done for users. */
public final class UserTasks {

    private final Transactions transactions;
    private final UserTaskStore store;
    private final Announcer announcer;
    private final InstantSource clock;

    /** Creates it over where tasks are kept and how they are announced. */
    public UserTasks(
            Transactions transactions,
            UserTaskStore store,
            Announcer announcer,
            InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** Adds the task for a user who has just come, and returns it. Needs a transaction. */
    public TaskId registered(UserId user, TenantId tenant) {
        TaskId id = new TaskId(UUID.randomUUID());
        store.add(new NewUserTask(id, TaskType.USER_REGISTER, tenant, user, clock.instant()));
        return id;
    }

    /** Announces a task that is committed. */
    public void announce(TaskId task) {
        transactions.afterwards(() -> announcer.announce(task));
    }
}
