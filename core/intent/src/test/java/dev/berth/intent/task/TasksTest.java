package dev.berth.intent.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.WorkerId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TasksTest {

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemoryTaskStore store = new InMemoryTaskStore(transactions);
    private final Tasks tasks = new Tasks(transactions, store);
    private final Caller caller = Callers.of(Role.VIEWER);

    @Test
    void tasksAreListedNewestFirst() {
        TaskId older = added(caller);
        TaskId newer = added(caller);
        added(Callers.of(Role.OWNER));

        assertThat(tasks.list(caller, Page.FIRST).items())
                .extracting(Task::id)
                .containsExactly(newer, older);
    }

    @Test
    void taskIsFoundById() {
        TaskId id = added(caller);

        assertThat(tasks.find(caller, id.toString()).id()).isEqualTo(id);
    }

    @Test
    void foreignTaskAnswersLikeAnUnknownOne() {
        String foreign = added(Callers.of(Role.OWNER)).toString();
        String unknown = UUID.randomUUID().toString();

        assertThat(refusal(foreign).kind()).isEqualTo(Refusal.Kind.ABSENT);
        assertThat(refusal(foreign).getMessage().replace(foreign, "ID"))
                .isEqualTo(refusal(unknown).getMessage().replace(unknown, "ID"))
                .isEqualTo(refusal("nonsense").getMessage().replace("nonsense", "ID"));
    }

    private Refusal refusal(String id) {
        return catchThrowableOfType(Refusal.class, () -> tasks.find(caller, id));
    }

    private TaskId added(Caller owner) {
        TaskId id = new TaskId(UUID.randomUUID());
        transactions.run(
                () ->
                        store.add(
                                new NewTask(
                                        id,
                                        TaskType.WORKER_DEPLOY,
                                        owner.tenant(),
                                        new WorkerId("0000000a"),
                                        1,
                                        Callers.cause(),
                                        false,
                                        Instant.EPOCH)));
        return id;
    }
}
