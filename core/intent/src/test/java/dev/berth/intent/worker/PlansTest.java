package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.worker.PlanRequest.Existing;
import dev.berth.intent.worker.PlanRequest.Image;
import dev.berth.intent.worker.PlanRequest.ToBeMade;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.Worker;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlansTest {

    private static final String MANIFEST =
            """
            {"appName": "Shop", "components": [
              {"name": "web", "type": "backend", "replicas": 2, "strategy": "recreate"}]}
            """;

    private final Scene scene = new Scene();

    @Test
    void manifestSaysHowManyInstancesAndByWhichStrategy() {
        Worker worker = scene.worker("web");

        plan(scene.developer, existing(worker), manifest(MANIFEST));

        assertThat(scene.planned)
                .containsExactly(new PlannedDeploy(Optional.of(worker.id()), "recreate", 2));
    }

    @Test
    void imageGetsWhatTheWorkerHas() {
        Worker worker = scene.worker("web");

        plan(scene.developer, existing(worker), new Image("web:1.2"));

        assertThat(scene.planned)
                .containsExactly(new PlannedDeploy(Optional.of(worker.id()), "recreate", 1));
    }

    @Test
    void workerThatIsToBeMadeIsNotMade() {
        plan(scene.developer, toBeMade("web", "default"), manifest(MANIFEST));

        assertThat(scene.planned)
                .containsExactly(new PlannedDeploy(Optional.empty(), "recreate", 2));
        assertThat(scene.workers.list(scene.developer, "", Page.FIRST).items()).isEmpty();
    }

    @Test
    void nothingIsWrittenOrAnnounced() {
        plan(scene.developer, existing(scene.worker("web")), manifest(MANIFEST));

        assertThat(scene.store.versions()).isEmpty();
        assertThat(scene.taskStore.added()).isEmpty();
        assertThat(scene.announced).isEmpty();
    }

    @Test
    void whatTheDeployWouldBeRefusedForIsRefused() {
        Worker worker = scene.worker("web");
        String three = MANIFEST.replace("\"replicas\": 2", "\"replicas\": 3");

        assertThat(refusal(existing(worker), manifest(three)).problems())
                .containsExactly(
                        new Problem(
                                "/components/0/replicas",
                                "asks for 3, but worker 'web' allows at most 2 (max_replicas)"));
        assertThat(refusal(existing(worker), manifest("{\"appName\": 1}")))
                .hasMessageContaining("/appName: must be a string");
        assertThat(refusal(existing(worker), new Image("NOT AN IMAGE")))
                .hasMessageContaining("/image");
        assertThat(refusal(toBeMade("Not A Name", "default"), manifest(MANIFEST)))
                .hasMessageContaining("/worker_name");
        assertThat(refusal(toBeMade("web", "nowhere"), manifest(MANIFEST)))
                .hasMessage("there is no project 'nowhere'");
        assertThat(scene.planned).isEmpty();
    }

    @Test
    void unknownStrategyNamesTheKnownOnes() {
        PlanRequest canary =
                new PlanRequest(
                        toBeMade("web", "default"), manifest(MANIFEST), Optional.of("canary"));

        assertThat(
                        catchThrowableOfType(
                                Refusal.class, () -> scene.plans.plan(scene.developer, canary)))
                .hasMessageContaining("/strategy: ")
                .hasMessageContaining("known are recreate");
    }

    @Test
    void foreignWorkerAnswersLikeAnUnknownOne() {
        Caller stranger = scene.somebody(Role.OWNER);
        Worker worker = scene.worker("web");

        assertThat(
                        catchThrowableOfType(
                                Refusal.class,
                                () -> plan(stranger, existing(worker), manifest(MANIFEST))))
                .hasMessage("there is no worker '" + worker.id() + "'");
        assertThat(refusal(new Existing("00000000"), manifest(MANIFEST)))
                .hasMessage("there is no worker '00000000'");
    }

    @Test
    void workerThatIsBeingDeletedIsAConflict() {
        Worker worker = scene.worker("web");
        scene.workers.delete(scene.developer, worker.id().value(), Callers.cause());

        assertThat(refusal(existing(worker), manifest(MANIFEST)).kind())
                .isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void viewerMayNotDeployAndGetsNoPlan() {
        Caller owner = scene.developer;
        Caller viewer =
                new Caller(
                        owner.user(), owner.email(), owner.tenant(), Role.VIEWER, owner.session());

        assertThat(
                        catchThrowableOfType(
                                        Refusal.class,
                                        () ->
                                                plan(
                                                        viewer,
                                                        toBeMade("web", "default"),
                                                        manifest(MANIFEST)))
                                .kind())
                .isEqualTo(Refusal.Kind.DENIED);
    }

    private void plan(Caller caller, PlanRequest.Subject subject, PlanRequest.Program program) {
        scene.plans.plan(caller, new PlanRequest(subject, program, Optional.empty()));
    }

    private Refusal refusal(PlanRequest.Subject subject, PlanRequest.Program program) {
        return catchThrowableOfType(Refusal.class, () -> plan(scene.developer, subject, program));
    }

    private static PlanRequest.Subject existing(Worker worker) {
        return new Existing(worker.id().value());
    }

    private static PlanRequest.Subject toBeMade(String name, String project) {
        return new ToBeMade(name, project, Scene.settings(1, 2));
    }

    private static PlanRequest.Program manifest(String text) {
        return new PlanRequest.Manifest(text);
    }
}
