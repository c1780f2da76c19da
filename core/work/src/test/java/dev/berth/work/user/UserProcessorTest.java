package dev.berth.work.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Held;
import dev.berth.model.Holding;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.UserReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class UserProcessorTest {

    private static final UserId USER = new UserId(new UUID(0, 1));
    private static final Holding LIMITED = new Holding("workers", 1, OptionalLong.of(2));

    private final Queue queue = new Queue();
    private final Records records = new Records();
    private final List<String> told = new ArrayList<>();
    private final UserProcessor processor =
            new UserProcessor(
                    queue,
                    new UserDuties(records),
                    3,
                    (type, outcome) -> told.add(type.word() + " " + outcome));

    @Test
    void registeredUserIsReportedOn() {
        records.held = new Held(true, true, true, List.of(LIMITED), List.of());
        queue.due.add(task(TaskType.USER_REGISTER, 0));

        processor.workOnce();

        assertThat(queue.outcomes).containsExactly("ended");
        assertThat(records.saved).containsExactly(UserReport.of(USER, records.held));
        assertThat(told).containsExactly("user.register reached");
    }

    @Test
    void registeredUserWhoLacksSomethingIsAFailure() {
        records.held = new Held(true, true, false, List.of(), List.of());
        queue.due.add(task(TaskType.USER_REGISTER, 0));

        processor.workOnce();

        assertThat(queue.outcomes)
                .containsExactly(
                        "ended: the user's tenant has no project 'default'; the user's tenant has"
                                + " no quotas");
        assertThat(told).containsExactly("user.register failed");
    }

    @Test
    void auditTellsDifferencesAndChangesNothing() {
        Holding much = new Holding("workers", 3, OptionalLong.of(2));
        records.held = new Held(true, true, true, List.of(much), List.of());
        queue.due.add(task(TaskType.USER_AUDIT, 0));

        processor.workOnce();

        assertThat(queue.outcomes).containsExactly("ended");
        assertThat(records.saved.getFirst().differences())
                .containsExactly("the quota 'workers' is 2, and 3 are held");
    }

    @Test
    void whatFailsIsTriedAgainAfterAPauseAndAtLastGivenUp() {
        records.broken = true;
        queue.due.add(task(TaskType.USER_AUDIT, 1));
        queue.due.add(task(TaskType.USER_AUDIT, 2));

        processor.workOnce();

        assertThat(queue.outcomes).containsExactly("retry", "failed");
        assertThat(told).containsExactly("user.audit retry", "user.audit failed");
    }

    @Test
    void oneTaskThatFailsHoldsUpNoOther() {
        records.held = new Held(true, true, true, List.of(LIMITED), List.of());
        records.broken = true;
        queue.due.add(task(TaskType.USER_AUDIT, 0));
        queue.due.add(task(TaskType.USER_AUDIT, 0));
        queue.mending = () -> records.broken = false;

        assertThat(processor.workOnce()).isEqualTo(2);

        assertThat(queue.outcomes).containsExactly("retry", "ended");
    }

    @Test
    void databaseThatIsAwayStopsNothing() {
        queue.away = true;

        assertThat(processor.workOnce()).isZero();
    }

    private static UserTask task(TaskType type, int tries) {
        return new UserTask(
                new TaskId(UUID.randomUUID()),
                type,
                USER,
                new TenantId(new UUID(0, 2)),
                "request",
                tries);
    }

    private static final class Records implements UserRecords {

        final List<UserReport> saved = new ArrayList<>();
        Held held = new Held(false, false, false, List.of(), List.of());
        boolean broken;

        @Override
        public Held held(UserId user) {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return held;
        }

        @Override
        public void save(UserReport report) {
            saved.add(report);
        }
    }

    private static final class Queue implements UserTaskQueue {

        final List<UserTask> due = new ArrayList<>();
        final List<String> outcomes = new ArrayList<>();
        Runnable mending = () -> {};
        boolean away;

        @Override
        public List<UserTask> due(int most) {
            if (away) {
                throw new IllegalStateException("away");
            }
            return due;
        }

        @Override
        public Ended run(UserTask task, Supplier<Optional<String>> duty) {
            Optional<String> error = duty.get();
            outcomes.add("ended" + error.map(reason -> ": " + reason).orElse(""));
            return error.isPresent() ? Ended.BADLY : Ended.WELL;
        }

        @Override
        public void retry(UserTask task, Duration pause, String error) {
            outcomes.add("retry");
            mending.run();
        }

        @Override
        public void fail(UserTask task, String error) {
            outcomes.add("failed");
        }

        @Override
        public Optional<TaskId> accept(TaskType type, UserId user) {
            return Optional.empty();
        }
    }
}
