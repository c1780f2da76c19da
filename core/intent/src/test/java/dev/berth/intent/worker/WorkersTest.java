package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.berth.intent.Callers;
import dev.berth.intent.task.NewTask;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import dev.berth.model.WorkerSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkersTest {

    private final Scene scene = new Scene();
    private final Workers workers = scene.workers;

    static List<String> badNames() {
        return List.of(
                "", "A", "a_b", "-a", "a-", "1a", "a\n", "a\u0000", "🚀", "é", "a".repeat(300));
    }

    @Test
    void createdWorkerIsListedAndFound() {
        Worker worker = scene.worker("web");

        assertThat(workers.list(scene.developer, "", Page.FIRST).items())
                .extracting(SeenWorker::worker)
                .containsExactly(worker);
        assertThat(workers.list(scene.developer, "default", Page.FIRST).total()).isEqualTo(1);
        assertThat(workers.find(scene.developer, worker.id().value(), 0).seen().worker())
                .isEqualTo(worker);
    }

    @Test
    void creatingCausesNoTask() {
        scene.worker("web");

        assertThat(scene.taskStore.added()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void badNameIsRefusedWithItsPointer(String name) {
        Refusal refusal = refusal(() -> scene.worker(name));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal.problems()).extracting(Problem::pointer).containsExactly("/worker_name");
    }

    @Test
    void secondWorkerOfANameIsAConflict() {
        scene.worker("web");

        assertThat(refusal(() -> scene.worker("web")).kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void unknownRuntimeNamesTheKnownOnes() {
        WorkerSettings settings =
                new WorkerSettings("1", "500Mi", "2Gi", 1, 1, "", "recreate", "docker");

        Refusal refusal =
                refusal(() -> workers.create(scene.developer, "web", "default", settings));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal)
                .hasMessageContaining("/runtime: ")
                .hasMessageContaining("known are process, pretend");
    }

    @Test
    void runtimesThatInnerDidNotYetPublishAreUnavailable() {
        scene.extensions.clear();

        assertThat(refusal(() -> scene.worker("web")).kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }

    @Test
    void unknownProjectIsAbsent() {
        Refusal refusal =
                refusal(
                        () ->
                                workers.create(
                                        scene.developer, "web", "other", Scene.settings(1, 1)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void viewerMayLookButNotCreateOrDelete() {
        Caller viewer = as(Role.VIEWER);
        String id = scene.worker("web").id().value();

        assertThat(workers.find(viewer, id, 0)).isNotNull();
        assertThat(
                        refusal(
                                        () ->
                                                workers.create(
                                                        viewer,
                                                        "api",
                                                        "default",
                                                        Scene.settings(1, 1)))
                                .kind())
                .isEqualTo(Refusal.Kind.DENIED);
        assertThat(refusal(() -> workers.delete(viewer, id, Callers.cause())).kind())
                .isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void foreignWorkerAnswersLikeAnUnknownOne() {
        Caller stranger = scene.somebody(Role.OWNER);
        String id = scene.worker("web").id().value();
        LogRequest logs = new LogRequest(OptionalLong.empty(), false, 10, Optional.empty());

        for (String asked : List.of(id, "00000000", "nonsense", "")) {
            String message = "there is no worker '" + asked + "'";
            assertThat(refusal(() -> workers.find(stranger, asked, 0))).hasMessage(message);
            assertThat(refusal(() -> workers.delete(stranger, asked, Callers.cause())))
                    .hasMessage(message);
            assertThat(refusal(() -> workers.logs(stranger, asked, logs))).hasMessage(message);
        }
        assertThat(workers.list(stranger, "", Page.FIRST).items()).isEmpty();
        assertThat(scene.taskStore.added()).isEmpty();
    }

    @Test
    void deletingIsIntentAndIdempotent() {
        Worker worker = scene.worker("web");

        workers.delete(scene.developer, worker.id().value(), Callers.cause());
        workers.delete(scene.developer, worker.id().value(), Callers.cause());

        assertThat(scene.store.worker(worker.id()).deleted()).isTrue();
        assertThat(scene.taskStore.added())
                .extracting(NewTask::type, NewTask::generation)
                .containsExactly(tuple(TaskType.WORKER_DELETE, 2L));
        assertThat(scene.announced).hasSize(1);
    }

    @Test
    void nameIsFreeAfterADelete() {
        Worker worker = scene.worker("web");

        workers.delete(scene.developer, worker.id().value(), Callers.cause());

        assertThat(scene.worker("web").id()).isNotEqualTo(worker.id());
    }

    @Test
    void logsAreOpenedForTheOwner() {
        Worker worker = scene.worker("web");

        assertThat(
                        workers.logs(
                                scene.developer,
                                worker.id().value(),
                                new LogRequest(OptionalLong.empty(), false, 10, Optional.empty())))
                .hasContent("{}\n");
    }

    private Caller as(Role role) {
        Caller caller = scene.developer;
        return new Caller(caller.user(), caller.email(), caller.tenant(), role, caller.session());
    }

    private static Refusal refusal(ThrowingCallable action) {
        return catchThrowableOfType(Refusal.class, action);
    }
}
