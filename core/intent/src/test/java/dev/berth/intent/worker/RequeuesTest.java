package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.task.NewTask;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequeuesTest {

    private final Scene scene = new Scene();
    private final Caller owner = as(Role.OWNER);
    private final Worker worker = scene.worker("web");

    @Test
    void failedTaskIsTriedAgainAsANewGeneration() {
        NewTask failed = failed();

        Task next = scene.requeues.requeue(owner, failed.id().toString(), Callers.cause());

        assertThat(next.state()).isEqualTo(Task.State.PENDING);
        assertThat(next.type()).isEqualTo(TaskType.WORKER_DEPLOY);
        assertThat(next.generation()).isEqualTo(failed.generation() + 1);
        assertThat(scene.store.worker(worker.id()).generation()).isEqualTo(next.generation());
        assertThat(scene.taskStore.added().getLast().afresh()).isTrue();
        assertThat(scene.announced).endsWith(next.id());
    }

    @Test
    void whatIsWantedStaysTheSame() {
        NewTask failed = failed();
        Worker before = scene.store.worker(worker.id());

        scene.requeues.requeue(owner, failed.id().toString(), Callers.cause());

        assertThat(scene.store.worker(worker.id()).release()).isEqualTo(before.release());
        assertThat(scene.store.versions()).hasSize(1);
    }

    @Test
    void deletionThatFailedIsTriedAgainWithoutAnotherGeneration() {
        scene.workers.delete(scene.developer, worker.id().value(), Callers.cause());
        NewTask failed = scene.taskStore.added().getLast();
        scene.taskStore.fail(failed.id());

        Task next = scene.requeues.requeue(owner, failed.id().toString(), Callers.cause());

        assertThat(next.generation()).isEqualTo(failed.generation());
        assertThat(next.type()).isEqualTo(TaskType.WORKER_DELETE);
    }

    @Test
    void taskThatHasNotFailedIsAConflict() {
        deploy();
        TaskId pending = scene.taskStore.added().getLast().id();

        assertThat(refusal(owner, pending.toString()).kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void onlyTheOwnerMayRequeue() {
        String failed = failed().id().toString();

        assertThat(refusal(as(Role.ADMIN), failed).kind()).isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void foreignTaskAnswersLikeAnUnknownOne() {
        String foreign = failed().id().toString();
        String unknown = UUID.randomUUID().toString();
        Caller stranger = scene.somebody(Role.OWNER);

        assertThat(refusal(stranger, foreign).kind()).isEqualTo(Refusal.Kind.ABSENT);
        assertThat(refusal(stranger, foreign).getMessage().replace(foreign, "ID"))
                .isEqualTo(refusal(stranger, unknown).getMessage().replace(unknown, "ID"));
    }

    private NewTask failed() {
        deploy();
        NewTask task = scene.taskStore.added().getLast();
        scene.taskStore.fail(task.id());
        return task;
    }

    private void deploy() {
        scene.deployments.deploy(
                scene.developer,
                new DeployRequest(
                        worker.id(),
                        Optional.of("web"),
                        Optional.empty(),
                        OptionalInt.empty(),
                        "",
                        Optional.empty(),
                        Callers.cause()));
    }

    private Caller as(Role role) {
        return new Caller(
                scene.developer.user(),
                scene.developer.email(),
                scene.developer.tenant(),
                role,
                scene.developer.session());
    }

    private Refusal refusal(Caller caller, String task) {
        return catchThrowableOfType(
                Refusal.class, () -> scene.requeues.requeue(caller, task, Callers.cause()));
    }
}
