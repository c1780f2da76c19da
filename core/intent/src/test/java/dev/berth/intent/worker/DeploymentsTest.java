package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.task.NewTask;
import dev.berth.model.Artifact;
import dev.berth.model.Caller;
import dev.berth.model.Configuration;
import dev.berth.model.Health;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.SourceId;
import dev.berth.model.TaskType;
import dev.berth.model.Version;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeploymentsTest {

    private static final String MANIFEST =
            """
            {"appName": "Shop", "components": [
              {"name": "api", "type": "backend", "path": "api", "replicas": 3},
              {"name": "web", "type": "frontend", "path": "./web/", "port": 3000,
               "command": ["java", "Main.java"], "health": {"http": "/health"},
               "env": {"GREETING": "hello"}, "replicas": 2}]}
            """;

    private final Scene scene = new Scene();
    private final Worker worker = scene.worker("web");

    @Test
    void sourceIsDeployedAsItsManifestSays() {
        SourceId source = scene.source(scene.developer, Optional.of(MANIFEST));

        long version = deploy(scene.developer, ofSource(source));

        assertThat(version).isEqualTo(1);
        assertThat(scene.store.versions())
                .containsExactly(
                        new Version(
                                0,
                                worker.id(),
                                new Artifact.Source(source, "web"),
                                List.of("java", "Main.java"),
                                new Health.Http("/health"),
                                OptionalInt.of(3000),
                                2,
                                "recreate",
                                "c0ffee",
                                scene.developer.user(),
                                scene.clock.instant()));
        assertThat(scene.store.configs())
                .containsExactly(Configuration.bringing(Map.of("GREETING", "hello")));
        assertThat(scene.store.worker(worker.id()).release()).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void imageIsDeployed() {
        deploy(scene.developer, ofImage("registry.example.org/shop/web:1.2"));

        assertThat(scene.store.versions())
                .extracting(Version::artifact)
                .containsExactly(new Artifact.Image("registry.example.org/shop/web:1.2"));
    }

    @Test
    void taskIsAnnouncedAfterTheCommitAndOnlyOnce() {
        deploy(scene.developer, ofImage("web"));

        NewTask task = scene.taskStore.added().getFirst();
        assertThat(scene.taskStore.added()).hasSize(1);
        assertThat(task.type()).isEqualTo(TaskType.WORKER_DEPLOY);
        assertThat(task.generation()).isEqualTo(scene.store.worker(worker.id()).generation());
        assertThat(scene.announced).containsExactly(task.id());
    }

    @Test
    void refusedDeploymentAnnouncesNothing() {
        refusal(scene.developer, ofImage("NOT AN IMAGE"));

        assertThat(scene.announced).isEmpty();
        assertThat(scene.taskStore.added()).isEmpty();
    }

    @Test
    void exactlyOneOfImageAndSourceMustBeGiven() {
        DeployRequest neither = request(Optional.empty(), Optional.empty(), Optional.empty());
        DeployRequest both =
                request(
                        Optional.of("web"),
                        Optional.of(new SourceId("0".repeat(64))),
                        Optional.empty());

        assertThat(refusal(scene.developer, neither).kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal(scene.developer, both)).hasMessageContaining("exactly one of");
    }

    @Test
    void viewerMayNotDeploy() {
        Caller owner = scene.developer;
        Caller viewer =
                new Caller(
                        owner.user(), owner.email(), owner.tenant(), Role.VIEWER, owner.session());

        assertThat(refusal(viewer, ofImage("web")).kind()).isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void foreignWorkerAnswersLikeAnUnknownOne() {
        Caller stranger = scene.somebody(Role.OWNER);
        DeployRequest unknown =
                new DeployRequest(
                        new WorkerId("00000000"),
                        Optional.of("web"),
                        Optional.empty(),
                        OptionalInt.empty(),
                        "",
                        Optional.empty(),
                        Callers.cause());

        assertThat(refusal(stranger, ofImage("web")))
                .hasMessage("there is no worker '" + worker.id() + "'");
        assertThat(refusal(scene.developer, unknown)).hasMessage("there is no worker '00000000'");
    }

    @Test
    void foreignSourceAnswersLikeAnUnknownOne() {
        SourceId foreign = scene.source(scene.somebody(Role.OWNER), Optional.of(MANIFEST));
        SourceId unknown = new SourceId("f".repeat(64));

        assertThat(refusal(scene.developer, ofSource(foreign)))
                .hasMessageContaining("'" + foreign + "' was not uploaded");
        assertThat(refusal(scene.developer, ofSource(unknown)))
                .hasMessageContaining("'" + unknown + "' was not uploaded");
    }

    @Test
    void workerThatIsBeingDeletedIsAConflict() {
        scene.workers.delete(scene.developer, worker.id().value(), Callers.cause());

        assertThat(refusal(scene.developer, ofImage("web")).kind())
                .isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void moreInstancesThanTheWorkerAllowsAreRefused() {
        SourceId source =
                scene.source(
                        scene.developer,
                        Optional.of(MANIFEST.replace("\"replicas\": 2", "\"replicas\": 3")));

        Refusal refusal = refusal(scene.developer, ofSource(source));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal.problems())
                .containsExactly(
                        new Problem(
                                "/components/1/replicas",
                                "asks for 3, but worker 'web' allows at most 2 (max_replicas)"));
    }

    @Test
    void versionKeepsHowManyInstancesItAsksForWhateverTheWorkerWantsNow() {
        SourceId source =
                scene.source(
                        scene.developer,
                        Optional.of(MANIFEST.replace("\"replicas\": 2", "\"replicas\": 0")));

        deploy(scene.developer, ofSource(source));

        assertThat(scene.store.versions()).extracting(Version::replicas).containsExactly(0);
    }

    @Test
    void componentIsTheOnlyOneOrTheOneOfTheWorkersName() {
        String one = "{\"appName\":\"x\",\"components\":[{\"name\":\"a\",\"type\":\"worker\"}]}";
        SourceId single = scene.source(scene.developer, Optional.of(one));
        SourceId several =
                scene.source(
                        scene.developer,
                        Optional.of(MANIFEST.replace("\"web\", \"type\"", "\"b\", \"type\"")));

        deploy(scene.developer, ofSource(single));

        assertThat(scene.store.versions()).hasSize(1);
        assertThat(refusal(scene.developer, ofSource(several)))
                .hasMessageContaining("none of the components is named 'web'");
    }

    @Test
    void badManifestIsRefusedWithItsPointer() {
        SourceId bad = scene.source(scene.developer, Optional.of("{\"appName\": 1}"));
        SourceId none = scene.source(scene.developer, Optional.empty());

        assertThat(refusal(scene.developer, ofSource(bad)))
                .hasMessageContaining("/appName: must be a string");
        assertThat(refusal(scene.developer, ofSource(none)))
                .hasMessageContaining("no app-manifest.json at its top");
    }

    @Test
    void unknownStrategyNamesTheKnownOnes() {
        DeployRequest canary = request(Optional.of("web"), Optional.empty(), Optional.of("canary"));

        assertThat(refusal(scene.developer, canary))
                .hasMessageContaining("/strategy: ")
                .hasMessageContaining("known are recreate");
    }

    private long deploy(Caller caller, DeployRequest request) {
        return scene.deployments.deploy(caller, request);
    }

    private Refusal refusal(Caller caller, DeployRequest request) {
        return catchThrowableOfType(Refusal.class, () -> deploy(caller, request));
    }

    private DeployRequest ofSource(SourceId source) {
        return request(Optional.empty(), Optional.of(source), Optional.empty());
    }

    private DeployRequest ofImage(String image) {
        return request(Optional.of(image), Optional.empty(), Optional.empty());
    }

    private DeployRequest request(
            Optional<String> image, Optional<SourceId> source, Optional<String> strategy) {
        return new DeployRequest(
                worker.id(),
                image,
                source,
                OptionalInt.empty(),
                "c0ffee",
                strategy,
                Callers.cause());
    }
}
