package dev.berth.store.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.berth.intent.report.ReportedUser;
import dev.berth.intent.task.NewUserTask;
import dev.berth.intent.tenant.Quota;
import dev.berth.model.Holding;
import dev.berth.model.Page;
import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.UserId;
import dev.berth.model.UserReport;
import dev.berth.model.Worker;
import dev.berth.store.InnerStore;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.cron.CronJob;
import dev.berth.work.task.Room;
import dev.berth.work.user.UserTask;
import dev.berth.work.user.UserTaskQueue;
import dev.berth.work.user.UserTaskQueue.Ended;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks about users, and what is found that users hold. */
class UserDutiesIT {

    private static final World WORLD = new World();
    private static final Duration DAY = Duration.ofDays(1);

    private final UserTaskQueue queue = WORLD.inner.userTasks();
    private final Tenant tenant = WORLD.tenant();

    @BeforeEach
    void empty() {
        WORLD.empty();
        WORLD.sql("DELETE FROM tasks");
        WORLD.sql("DELETE FROM outbox");
        WORLD.sql("DELETE FROM cron_jobs");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void taskOfARegisteredUserIsDoneOnceAndSeen() {
        TaskId id = register();
        UserTask task = queue.due(10).getFirst();

        Ended ended = queue.run(task, Optional::empty);
        Ended again = queue.run(task, Optional::empty);

        assertThat(ended).isEqualTo(Ended.WELL);
        assertThat(again).isEqualTo(Ended.ELSEWHERE);
        assertThat(queue.due(10)).isEmpty();
        assertThat(seen(id).state()).isEqualTo(Task.State.SUCCEEDED);
        assertThat(seen(id).worker()).isEmpty();
        assertThat(
                        WORLD.number(
                                "SELECT count(*) FROM outbox WHERE data ->> 'user_id' = '%s'"
                                        .formatted(tenant.user())))
                .isEqualTo(2);
    }

    @Test
    void nobodyElseDoesWhatIsBeingDone() {
        register();
        UserTask task = queue.due(10).getFirst();

        queue.run(
                task,
                () -> {
                    try (InnerStore other = InnerStore.open(WORLD.database.inner(), World.KEY)) {
                        assertThat(other.userTasks().run(task, Optional::empty))
                                .isEqualTo(Ended.ELSEWHERE);
                    }
                    return Optional.empty();
                });

        assertThat(queue.due(10)).isEmpty();
    }

    @Test
    void whatFailsChangesNothingAndComesAgainAfterAPause() {
        register();
        UserTask task = queue.due(10).getFirst();

        Throwable failure =
                catchThrowable(
                        () ->
                                queue.run(
                                        task,
                                        () -> {
                                            save(List.of("half done"));
                                            throw new IllegalStateException("broken");
                                        }));
        queue.retry(task, Duration.ofHours(1), "broken");

        assertThat(failure).hasMessage("broken");
        assertThat(
                        WORLD.number(
                                "SELECT count(*) FROM user_reports WHERE user_id = '%s'"
                                        .formatted(tenant.user())))
                .isZero();
        assertThat(queue.due(10)).isEmpty();
        WORLD.makeDue();
        assertThat(queue.due(10)).extracting(UserTask::tries).containsExactly(1);
    }

    @Test
    void taskThatCameToNoGoodSaysWhy() {
        TaskId id = register();

        queue.run(queue.due(10).getFirst(), () -> Optional.of("no project"));

        assertThat(seen(id).state()).isEqualTo(Task.State.FAILED);
        assertThat(seen(id).error()).isEqualTo("no project");
        assertThat(WORLD.number("SELECT count(*) FROM outbox WHERE topic = 'berth.tasks.dlq'"))
                .isEqualTo(1);
    }

    @Test
    void theClockHasEachUserLookedAtAndLeavesNothingBehind() {
        WORLD.inner.cron().fire(new CronJob.UserAudit(), DAY);
        WORLD.sql("UPDATE cron_jobs SET due_at = now()");

        WORLD.inner.cron().fire(new CronJob.UserAudit(), DAY);
        WORLD.sql("UPDATE cron_jobs SET due_at = now()");
        WORLD.inner.cron().fire(new CronJob.UserAudit(), DAY);

        List<UserTask> due = queue.due(100);
        assertThat(due).extracting(UserTask::user).doesNotHaveDuplicates().contains(tenant.user());
        due.forEach(task -> queue.run(task, Optional::empty));
        assertThat(WORLD.number("SELECT count(*) FROM tasks")).isZero();
        assertThat(WORLD.number("SELECT count(*) FROM outbox")).isZero();
    }

    @Test
    void tasksAboutUsersAreNotClaimedWithThoseOfWorkers() {
        register();

        assertThat(WORLD.inner.queue().claim("inner-1", Room.of(10))).isEmpty();
    }

    @Test
    void taskIsAcceptedForAUserWhoIsThere() {
        Optional<TaskId> accepted = queue.accept(TaskType.USER_AUDIT, tenant.user());

        assertThat(queue.due(10)).extracting(UserTask::id).containsExactly(accepted.orElseThrow());
        assertThat(queue.accept(TaskType.USER_AUDIT, new UserId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void whatAUserHoldsIsCountedAgainstHisQuotasAndAgainstWhatThereIs() {
        WORLD.transactions.run(
                () -> WORLD.outer.quotas().add(tenant.id(), Map.of(Quota.WORKERS, 1L)));
        Worker stuck = WORLD.deploy(tenant, WORLD.worker(tenant));
        WORLD.worker(tenant);
        WORLD.sql("DELETE FROM tasks");

        UserReport report = UserReport.of(tenant.user(), WORLD.inner.users().held(tenant.user()));

        assertThat(report.holdings())
                .contains(
                        new Holding("workers", 2, OptionalLong.of(1)),
                        new Holding("replicas", 6, OptionalLong.empty()),
                        new Holding("projects", 1, OptionalLong.empty()),
                        new Holding("members", 1, OptionalLong.empty()));
        assertThat(report.differences())
                .containsExactly(
                        "the quota 'workers' is 1, and 2 are held",
                        "worker '%s' is at generation 0 of 2, and no task takes it on"
                                .formatted(stuck.id()));
    }

    @Test
    void workerThatIsWorkedOnIsNoDifference() {
        WORLD.deploy(tenant, WORLD.worker(tenant));

        assertThat(WORLD.inner.users().held(tenant.user()).differences()).isEmpty();
        assertThat(WORLD.inner.users().held(new UserId(UUID.randomUUID())).tenant()).isFalse();
    }

    @Test
    void operatorsReadWhatWasFoundLast() {
        WORLD.inner.users().save(UserReport.of(tenant.user(), held()));
        save(List.of("too much"));

        ReportedUser user =
                WORLD
                        .transactions
                        .call(() -> WORLD.outer.reports().list(new Page(100, 0)))
                        .items()
                        .stream()
                        .filter(one -> one.user().equals(tenant.user()))
                        .findFirst()
                        .orElseThrow();

        assertThat(user.email()).isEqualTo(tenant.email());
        assertThat(user.tenant()).contains(tenant.id());
        ReportedUser.Audit audit = user.audit().orElseThrow();
        assertThat(audit.differences()).containsExactly("too much");
        assertThat(audit.holdings()).containsExactly(new Holding("workers", 3, OptionalLong.of(2)));
    }

    @Test
    void nobodyIsAnOperatorWhoIsNotMadeOne() {
        boolean before = WORLD.transactions.call(() -> isOperator());
        WORLD.transactions.run(() -> WORLD.outer.operators().add(tenant.user()));

        assertThat(before).isFalse();
        assertThat(WORLD.transactions.<Boolean>call(() -> isOperator())).isTrue();
    }

    private boolean isOperator() {
        return WORLD.outer.operators().has(tenant.user());
    }

    private dev.berth.model.Held held() {
        return WORLD.inner.users().held(tenant.user());
    }

    private void save(List<String> differences) {
        WORLD.inner
                .users()
                .save(
                        new UserReport(
                                tenant.user(),
                                List.of(new Holding("workers", 3, OptionalLong.of(2))),
                                differences));
    }

    private TaskId register() {
        TaskId id = new TaskId(UUID.randomUUID());
        WORLD.transactions.run(
                () ->
                        WORLD.outer
                                .userTasks()
                                .add(
                                        new NewUserTask(
                                                id,
                                                TaskType.USER_REGISTER,
                                                tenant.id(),
                                                tenant.user(),
                                                World.NOW)));
        return id;
    }

    private Task seen(TaskId id) {
        return WORLD.transactions
                .call(() -> WORLD.outer.tasks().find(tenant.id(), id))
                .orElseThrow();
    }
}
