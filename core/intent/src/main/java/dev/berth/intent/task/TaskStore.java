package dev.berth.intent.task;

import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.TenantId;
import java.util.Optional;

/** Where tasks are kept. Every method needs a transaction. */
public interface TaskStore {

    /** Adds a task that is due at once. */
    void add(NewTask task);

    /** Returns the task of {@code tenant} with that id. */
    Optional<Task> find(TenantId tenant, TaskId id);

    /** Returns the tasks of {@code tenant}, newest first, without Inner's own. */
    Paged<Task> list(TenantId tenant, Page page);
}
