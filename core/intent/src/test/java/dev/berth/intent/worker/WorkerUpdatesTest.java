package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.task.NewTask;
import dev.berth.intent.tenant.Quota;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WorkerUpdatesTest {

    private final Scene scene = new Scene();
    private final Worker worker = scene.worker("web");
    private final String id = worker.id().value();

    @Test
    void otherLimitsComeWithANewRelease() {
        deploy();

        SeenWorker seen = update(memory("1Gi"));

        assertThat(seen.worker().settings().memory()).isEqualTo("1Gi");
        assertThat(seen.worker().settings().cpu()).isEqualTo("1");
        assertThat(seen.worker().release()).isEqualTo(OptionalLong.of(2));
        assertThat(seen.worker().rollout()).isEqualTo(3);
        assertThat(scene.store.worker(worker.id())).isEqualTo(seen.worker());
        assertThat(scene.store.releases()).contains(new Release(2, 1, 1));
        assertThat(lastTask())
                .extracting(NewTask::type, NewTask::generation)
                .containsExactly(TaskType.WORKER_UPDATE, 3L);
    }

    @Test
    void moreInstancesNeedNoReleaseAndFewerDo() {
        deploy();

        Worker more = update(replicas(2, 2)).worker();
        Worker fewer = update(replicas(1, 1)).worker();

        assertThat(more.release()).isEqualTo(OptionalLong.of(1));
        assertThat(more.generation()).isEqualTo(3);
        assertThat(fewer.release()).isEqualTo(OptionalLong.of(2));
    }

    @Test
    void whatTheQuotasHaveNoRoomForIsRefusedAndLessAlwaysFits() {
        deploy();
        scene.transactions.run(
                () -> scene.quotas.add(scene.developer.tenant(), Map.of(Quota.MEMORY, 1L)));

        Refusal more = refusal(() -> update(memory("1Gi")));
        SeenWorker less = update(memory("200Mi"));

        assertThat(more.kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
        assertThat(more).hasMessageContaining("the quota 'memory' is 1");
        assertThat(less.worker().settings().memory()).isEqualTo("200Mi");
    }

    @Test
    void whatChangesNothingDoesNothing() {
        deploy();

        SeenWorker seen = update(memory("500Mi"));

        assertThat(seen.worker().generation()).isEqualTo(2);
        assertThat(scene.taskStore.added()).hasSize(1);
    }

    @Test
    void whoseKnowledgeIsStaleIsRefused() {
        update(memory("1Gi"));

        Refusal refusal =
                refusal(
                        () ->
                                scene.updates.update(
                                        scene.developer,
                                        id,
                                        memory("2Gi"),
                                        Expectation.of(Set.of(1L)),
                                        Callers.cause()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(scene.store.worker(worker.id()).settings().memory()).isEqualTo("1Gi");
    }

    @Test
    void whoKnowsTheGenerationMayChange() {
        SeenWorker seen =
                scene.updates.update(
                        scene.developer,
                        id,
                        memory("2Gi"),
                        Expectation.of(Set.of(7L, 1L)),
                        Callers.cause());

        assertThat(seen.worker().generation()).isEqualTo(2);
    }

    @Test
    void runtimeIsChosenBeforeTheFirstDeploy() {
        assertThat(update(runtime("pretend")).worker().settings().runtime()).isEqualTo("pretend");
        deploy();

        assertThat(refusal(() -> update(runtime("process"))).kind())
                .isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void whatCannotBeIsRefusedWithItsPointer() {
        assertThat(refusal(() -> update(memory("much"))).problems().getFirst().pointer())
                .isEqualTo("/assigned_memory");
        assertThat(refusal(() -> update(replicas(3, 2))).kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal(() -> update(runtime("docker"))).kind())
                .isEqualTo(Refusal.Kind.IMPOSSIBLE);
    }

    @Test
    void foreignWorkerAnswersLikeAnUnknownOneAndViewersMayNot() {
        Caller stranger = scene.somebody(Role.OWNER);
        Caller viewer = scene.somebody(Role.VIEWER);

        assertThat(
                        refusal(
                                () ->
                                        scene.updates.update(
                                                stranger,
                                                id,
                                                memory("1Gi"),
                                                Expectation.ANY,
                                                Callers.cause())))
                .hasMessage("there is no worker '" + id + "'");
        assertThat(
                        refusal(
                                        () ->
                                                scene.updates.update(
                                                        viewer,
                                                        id,
                                                        memory("1Gi"),
                                                        Expectation.ANY,
                                                        Callers.cause()))
                                .kind())
                .isEqualTo(Refusal.Kind.DENIED);
    }

    private SeenWorker update(WorkerPatch patch) {
        return scene.updates.update(scene.developer, id, patch, Expectation.ANY, Callers.cause());
    }

    private static WorkerPatch memory(String size) {
        return patch(Optional.of(size), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    private static WorkerPatch replicas(int min, int max) {
        return patch(Optional.empty(), OptionalInt.of(min), OptionalInt.of(max), Optional.empty());
    }

    private static WorkerPatch runtime(String name) {
        return patch(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.of(name));
    }

    private static WorkerPatch patch(
            Optional<String> memory, OptionalInt min, OptionalInt max, Optional<String> runtime) {
        return new WorkerPatch(
                Optional.empty(),
                memory,
                Optional.empty(),
                min,
                max,
                Optional.empty(),
                Optional.empty(),
                runtime,
                Optional.empty());
    }

    private static Refusal refusal(ThrowingCallable attempt) {
        return catchThrowableOfType(Refusal.class, attempt);
    }

    private NewTask lastTask() {
        return scene.taskStore.added().getLast();
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
}
