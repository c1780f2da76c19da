package dev.berth.intent.task;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Refusal;
import dev.berth.model.Task;
import dev.berth.model.TaskId;

/** Shows a tenant its tasks. */
public final class Tasks {

    private final Transactions transactions;
    private final TaskStore store;

    /** Creates it over where tasks are kept. */
    public Tasks(Transactions transactions, TaskStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** Returns one task of the caller's tenant. */
    public Task find(Caller caller, String id) {
        return TaskId.parse(id)
                .flatMap(task -> transactions.call(() -> store.find(caller.tenant(), task)))
                .orElseThrow(() -> Refusal.absent("task", id));
    }

    /** Returns tasks of the caller's tenant, newest first. */
    public Paged<Task> list(Caller caller, Page page) {
        return transactions.call(() -> store.list(caller.tenant(), page));
    }
}
