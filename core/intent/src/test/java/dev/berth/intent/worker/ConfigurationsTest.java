package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.task.NewTask;
import dev.berth.model.Caller;
import dev.berth.model.Configuration;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.VariableChange;
import dev.berth.model.Worker;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationsTest {

    private static final String CANARY = "correct-horse-battery";

    private final Scene scene = new Scene();
    private final Worker worker = scene.worker("web");
    private final String id = worker.id().value();

    @Test
    void oneChangeIsOneReleaseOfTheVersionThatIsWanted() {
        deploy("{\"A\": \"1\", \"B\": \"2\"}");

        Configuration now = set("A", "3");

        assertThat(now.env()).isEqualTo(Map.of("A", "3", "B", "2"));
        assertThat(scene.store.releases())
                .containsExactly(new Release(1, 1, 1), new Release(2, 1, 2));
        assertThat(worker().release()).isEqualTo(OptionalLong.of(2));
        assertThat(worker().generation()).isEqualTo(3);
        assertThat(scene.taskStore.added())
                .extracting(NewTask::type)
                .containsExactly(TaskType.WORKER_DEPLOY, TaskType.WORKER_SYNC_ENV);
        assertThat(scene.announced).contains(lastTask().id());
    }

    @Test
    void severalChangesAreOneRelease() {
        deploy("{}");
        set("OLD", "1");

        Configuration now =
                env(VariableChange.of(Map.of("OLD", Optional.empty(), "NEW", Optional.of("2"))));

        assertThat(now.env()).isEqualTo(Map.of("NEW", "2"));
        assertThat(scene.store.releases()).hasSize(3);
    }

    @Test
    void whatChangesNothingDoesNothing() {
        deploy("{}");
        set("A", "1");
        int before = scene.taskStore.added().size();

        set("A", "1");
        env(VariableChange.of("ABSENT", Optional.empty()));
        env(VariableChange.of(Map.of()));

        assertThat(scene.store.releases()).hasSize(2);
        assertThat(scene.taskStore.added()).hasSize(before);
    }

    @Test
    void whatIsSetGoesOverTheManifestAndStaysWithLaterDeploys() {
        deploy("{\"A\": \"manifest\", \"B\": \"manifest\"}");
        set("A", "set");
        env(VariableChange.of("B", Optional.empty()));
        secret("S", CANARY);

        deploy("{\"A\": \"other\", \"B\": \"other\", \"C\": \"other\"}");

        Configuration now = scene.configurations.of(scene.developer, id);
        assertThat(now.env()).isEqualTo(Map.of("A", "set", "C", "other"));
        assertThat(now.secrets()).isEqualTo(Map.of("S", CANARY));
    }

    @Test
    void whatComesBeforeTheFirstDeployIsKeptForIt() {
        set("A", "1");
        secret("S", CANARY);

        assertThat(scene.taskStore.added()).isEmpty();
        assertThat(worker().generation()).isEqualTo(1);
        deploy("{}");

        assertThat(scene.store.configs().getLast())
                .isEqualTo(
                        new Configuration(
                                Map.of(), Map.of("A", Optional.of("1")), Map.of("S", CANARY)));
    }

    @Test
    void secretIsARelease() {
        deploy("{\"S\": \"for everybody\"}");

        Configuration now = secret("S", CANARY);

        assertThat(now.env()).isEmpty();
        assertThat(lastTask().type()).isEqualTo(TaskType.WORKER_SYNC_SECRET);
        assertThat(scene.store.releases()).hasSize(2);
    }

    @Test
    void nameIsEitherAVariableOrASecret() {
        set("A", "1");
        secret("S", CANARY);

        assertThat(refusal(() -> secret("A", CANARY)).kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal(() -> set("S", "1"))).hasMessageContaining("'S': it is a secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1A",
                "A-B",
                "A=B",
                "A B",
                "A\n",
                "Ä",
                "PORT",
                "PATH",
                "HOME",
                "TMPDIR",
                "LANG",
                "COMBINATOR_TOKEN_FILE",
                "BERTH_X",
                "_BERTH_V_A"
            })
    void nameThatCannotBeIsMalformed(String name) {
        assertThat(refusal(() -> set(name, "1")).kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal(() -> set(name, "1")).problems().getFirst().pointer()).isEqualTo("/key");
    }

    @Test
    void valueThatCannotBePassedOnIsMalformedAndNotRepeated() {
        Refusal refusal = refusal(() -> secret("S", CANARY + '\0'));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal).hasMessageNotContaining(CANARY);
        assertThat(refusal(() -> set("A", "\ud800")).kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal(() -> set("A", "x".repeat(32_769))).kind())
                .isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal(() -> set("A".repeat(257), "1")).kind())
                .isEqualTo(Refusal.Kind.MALFORMED);
    }

    @Test
    void tooManyAreImpossibleAndTooMuchIsTooLarge() {
        Map<String, Optional<String>> many = new HashMap<>();
        IntStream.range(0, 1001).forEach(number -> many.put("A" + number, Optional.of("")));
        Map<String, Optional<String>> large = new HashMap<>();
        IntStream.range(0, 8)
                .forEach(number -> large.put("A" + number, Optional.of("x".repeat(32_768))));

        assertThat(refusal(() -> env(VariableChange.of(many))).kind())
                .isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal(() -> env(VariableChange.of(large))).kind())
                .isEqualTo(Refusal.Kind.TOO_LARGE);
    }

    @Test
    void foreignWorkerAnswersLikeAnUnknownOne() {
        Caller stranger = scene.somebody(Role.OWNER);
        VariableChange change = VariableChange.of("A", Optional.of("1"));

        assertThat(
                        refusal(
                                () ->
                                        scene.configurations.changeEnv(
                                                stranger, id, change, Callers.cause())))
                .hasMessage("there is no worker '" + id + "'");
        assertThat(refusal(() -> scene.configurations.of(stranger, id)))
                .hasMessage("there is no worker '" + id + "'");
        assertThat(refusal(() -> scene.configurations.of(stranger, "nonsense")))
                .hasMessage("there is no worker 'nonsense'");
    }

    @Test
    void viewerMayLookAndNotChange() {
        Caller owner = scene.developer;
        Caller viewer =
                new Caller(
                        owner.user(), owner.email(), owner.tenant(), Role.VIEWER, owner.session());
        VariableChange change = VariableChange.of("A", Optional.of("1"));

        assertThat(scene.configurations.of(viewer, id)).isEqualTo(Configuration.NONE);
        assertThat(
                        refusal(
                                        () ->
                                                scene.configurations.changeSecrets(
                                                        viewer, id, change, Callers.cause()))
                                .kind())
                .isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void workerThatIsBeingDeletedIsAConflict() {
        scene.workers.delete(scene.developer, id, Callers.cause());

        assertThat(refusal(() -> set("A", "1")).kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void valuesAreNotShown() {
        secret("S", CANARY);

        assertThat(scene.configurations.of(scene.developer, id).toString())
                .contains("S")
                .doesNotContain(CANARY);
        assertThat(VariableChange.of("S", Optional.of(CANARY)).toString()).doesNotContain(CANARY);
    }

    private Configuration set(String name, String value) {
        return env(VariableChange.of(name, Optional.of(value)));
    }

    private Configuration env(VariableChange change) {
        return scene.configurations.changeEnv(scene.developer, id, change, Callers.cause());
    }

    private Configuration secret(String name, String value) {
        return scene.configurations.changeSecrets(
                scene.developer, id, VariableChange.of(name, Optional.of(value)), Callers.cause());
    }

    private static Refusal refusal(ThrowingCallable attempt) {
        return catchThrowableOfType(Refusal.class, attempt);
    }

    private Worker worker() {
        return scene.store.worker(worker.id());
    }

    private NewTask lastTask() {
        return scene.taskStore.added().getLast();
    }

    private void deploy(String env) {
        String manifest =
                "{\"appName\":\"x\",\"components\":[{\"name\":\"web\",\"type\":\"worker\",\"env\":%s}]}"
                        .formatted(env);
        scene.deployments.deploy(
                scene.developer,
                new DeployRequest(
                        worker.id(),
                        Optional.empty(),
                        Optional.of(scene.source(scene.developer, Optional.of(manifest))),
                        OptionalInt.empty(),
                        "",
                        Optional.empty(),
                        Callers.cause()));
    }
}
