package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.task.NewTask;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.Verdict;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import java.time.Instant;
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
        scene.store.succeeded.add(1L);

        rollBack(1, true);

        assertThat(wanted()).isEqualTo(OptionalLong.of(3));
        scene.transactions.run(
                () ->
                        assertThat(scene.store.release(worker.tenant(), worker.id(), 3))
                                .isEqualTo(new Release(3, 1, 2)));
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

    private OptionalLong wanted() {
        return scene.store.worker(worker.id()).release();
    }

    private NewTask lastTask() {
        return scene.taskStore.added().getLast();
    }
}
