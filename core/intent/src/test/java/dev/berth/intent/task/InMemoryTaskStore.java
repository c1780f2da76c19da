package dev.berth.intent.task;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps tasks for the length of a test. */
public final class InMemoryTaskStore implements TaskStore {

    private final FakeTransactions transactions;
    private final List<NewTask> tasks = new ArrayList<>();
    private final Set<TaskId> failed = new HashSet<>();

    /** Creates it empty. */
    public InMemoryTaskStore(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    /** Returns what was added; needs no transaction. */
    public List<NewTask> added() {
        return List.copyOf(tasks);
    }

    /** Lets a task fail; needs no transaction. */
    public void fail(TaskId task) {
        failed.add(task);
    }

    @Override
    public void add(NewTask task) {
        transactions.mustBeOpen();
        tasks.add(task);
    }

    @Override
    public Optional<Task> find(TenantId tenant, TaskId id) {
        return of(tenant).stream().filter(task -> task.id().equals(id)).findAny();
    }

    @Override
    public Paged<Task> list(TenantId tenant, Page page) {
        List<Task> all = of(tenant).reversed();
        return new Paged<>(
                all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }

    private List<Task> of(TenantId tenant) {
        transactions.mustBeOpen();
        return tasks.stream().filter(task -> task.tenant().equals(tenant)).map(this::seen).toList();
    }

    private Task seen(NewTask task) {
        return new Task(
                task.id(),
                task.type(),
                task.tenant(),
                Optional.of(task.worker()),
                task.generation(),
                failed.contains(task.id()) ? Task.State.FAILED : Task.State.PENDING,
                0,
                "",
                task.createdAt(),
                Optional.empty());
    }
}
