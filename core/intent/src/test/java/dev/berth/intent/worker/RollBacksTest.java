package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.task.NewTask;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.SourceId;
import dev.berth.model.TaskType;
import dev.berth.model.VariableChange;
import dev.berth.model.Verdict;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RollBacksTest {

    private final Scene scene = new Scene();
    private final Worker worker = scene.worker("web");

    @Test
    void releaseOfThatVersionIsWantedAgain() {
        deploy();
        deploy();
        scene.store.succeeded.add(1L);

        VersionStatus status = rollBack(1, false);

        assertThat(status.phase()).isEqualTo(VersionStatus.Phase.SUCCESS);
        assertThat(wanted()).isEqualTo(OptionalLong.of(1));
        assertThat(lastTask())
                .extracting(NewTask::type, NewTask::generation)
                .containsExactly(TaskType.WORKER_ROLLBACK, 4L);
    }

    @Test
    void configurationStaysWhereThatIsAskedFor() {
        deploy();
        deploy();
        set("LIMIT", "2");
        scene.store.succeeded.add(1L);

        rollBack(1, true);

        assertThat(wanted()).isEqualTo(OptionalLong.of(4));
        assertThat(scene.store.releases()).contains(new Release(4, 1, 4));
        assertThat(env()).isEqualTo(Map.of("LIMIT", "2"));
    }

    @Test
    void releaseThatIsConfiguredAsNowIsTakenAgain() {
        deploy();
        deploy();
        scene.store.succeeded.add(1L);

        rollBack(1, true);

        assertThat(wanted()).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void whatTheVersionBringsIsItsOwnThoughTheConfigurationStays() {
        deploy("{\"A\": \"1\"}");
        deploy("{\"A\": \"2\"}");
        set("B", "3");
        scene.store.succeeded.add(1L);

        rollBack(1, true);

        assertThat(env()).isEqualTo(Map.of("A", "1", "B", "3"));
    }

    @Test
    void variablesComeBackWithTheVersion() {
        deploy();
        set("LIMIT", "1");
        deploy();
        set("LIMIT", "2");
        scene.store.succeeded.add(1L);

        rollBack(1, false);

        assertThat(env()).isEqualTo(Map.of("LIMIT", "1"));
    }

    @Test
    void releaseThatServedIsTakenAndNotANewerOneThatNeverDid() {
        deploy();
        set("LIMIT", "nonsense");
        scene.store.succeeded.add(1L);
        scene.store.served.put(1L, 1L);

        rollBack(1, false);

        assertThat(wanted()).isEqualTo(OptionalLong.of(1));
        assertThat(env()).isEmpty();
    }

    @Test
    void versionThatNeverServedIsImpossible() {
        deploy();
        deploy();

        assertThat(refusal(1)).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(wanted()).isEqualTo(OptionalLong.of(2));
    }

    @Test
    void versionThatIsNotThereIsAbsent() {
        deploy();

        assertThat(refusal(9)).isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void versionThatIsWantedAlreadyIsAConflictUnlessItsRolloutWasGivenUp() {
        deploy();
        scene.store.succeeded.add(1L);
        assertThat(refusal(1)).isEqualTo(Refusal.Kind.CONFLICT);

        scene.store.rollout =
                new SeenRollout(2, Optional.empty(), "", Instant.EPOCH, Optional.empty(), true);

        assertThat(rollBack(1, false).phase()).isEqualTo(VersionStatus.Phase.SUCCESS);
    }

    @Test
    void workerOfSomebodyElseIsAbsent() {
        deploy();
        scene.store.succeeded.add(1L);
        Caller stranger = scene.somebody(Role.OWNER);

        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class, () -> scene.rollBacks.rollBack(stranger, request(1, false)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void verdictNamesTheReleaseThatIsRolledOut() {
        deploy();
        rollsOut(2);

        scene.verdicts.say(
                scene.developer, worker.id().value(), Verdict.Kind.PROMOTE, Callers.cause());

        assertThat(scene.store.worker(worker.id()).verdict())
                .contains(new Verdict(Verdict.Kind.PROMOTE, 1, 3));
        assertThat(lastTask().type()).isEqualTo(TaskType.WORKER_PROMOTE);
    }

    @Test
    void verdictWithoutARolloutIsAConflict() {
        deploy();
        assertThat(verdict()).isEqualTo(Refusal.Kind.CONFLICT);

        rollsOut(1);

        assertThat(verdict()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void viewerMayNeither() {
        Caller viewer = scene.somebody(Role.VIEWER);

        Refusal rollBack =
                catchThrowableOfType(
                        Refusal.class, () -> scene.rollBacks.rollBack(viewer, request(1, false)));
        Refusal verdict =
                catchThrowableOfType(
                        Refusal.class,
                        () ->
                                scene.verdicts.say(
                                        viewer, "0000000a", Verdict.Kind.ABORT, Callers.cause()));

        assertThat(rollBack.kind()).isEqualTo(Refusal.Kind.DENIED);
        assertThat(verdict.kind()).isEqualTo(Refusal.Kind.DENIED);
    }

    private void rollsOut(long rollout) {
        scene.store.rollout =
                new SeenRollout(
                        rollout,
                        Optional.of("wait"),
                        "canary",
                        Instant.EPOCH,
                        Optional.empty(),
                        false);
    }

    private Refusal.Kind verdict() {
        return catchThrowableOfType(
                        Refusal.class,
                        () ->
                                scene.verdicts.say(
                                        scene.developer,
                                        worker.id().value(),
                                        Verdict.Kind.ABORT,
                                        Callers.cause()))
                .kind();
    }

    private Refusal.Kind refusal(long version) {
        return catchThrowableOfType(Refusal.class, () -> rollBack(version, false)).kind();
    }

    private VersionStatus rollBack(long version, boolean keepConfig) {
        return scene.rollBacks.rollBack(scene.developer, request(version, keepConfig));
    }

    private RollBackRequest request(long version, boolean keepConfig) {
        return new RollBackRequest(worker.id().value(), version, keepConfig, Callers.cause());
    }

    private void set(String name, String value) {
        scene.configurations.changeEnv(
                scene.developer,
                worker.id().value(),
                VariableChange.of(name, Optional.of(value)),
                Callers.cause());
    }

    private Map<String, String> env() {
        return scene.configurations.of(scene.developer, worker.id().value()).env();
    }

    private void deploy() {
        deploy(Optional.of("web"), Optional.empty());
    }

    private void deploy(String env) {
        String manifest =
                "{\"appName\":\"x\",\"components\":[{\"name\":\"web\",\"type\":\"worker\",\"env\":%s}]}"
                        .formatted(env);
        deploy(Optional.empty(), Optional.of(scene.source(scene.developer, Optional.of(manifest))));
    }

    private void deploy(Optional<String> image, Optional<SourceId> source) {
        scene.deployments.deploy(
                scene.developer,
                new DeployRequest(
                        worker.id(),
                        image,
                        source,
                        OptionalInt.empty(),
                        "",
                        Optional.empty(),
                        Callers.cause()));
    }

    private OptionalLong wanted() {
        return scene.store.worker(worker.id()).release();
    }

    private NewTask lastTask() {
        return scene.taskStore.added().getLast();
    }
}
