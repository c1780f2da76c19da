package dev.berth.rest.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.TaskType;
import dev.berth.model.UserId;
import dev.berth.model.WorkerId;
import dev.berth.rest.inner.TaskBody.TaskInfo;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskBodyTest {

    private static final String USER = "00000000-0000-0000-0000-000000000007";

    @Test
    void taskIsRead() {
        TaskBody body = new TaskBody("worker.deploy", worker("0123abcd"));

        assertThat(body.type()).isEqualTo(TaskType.WORKER_DEPLOY);
        assertThat(body.worker()).isEqualTo(new WorkerId("0123abcd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker.reconcile", "rdb.create", "", "WORKER_DEPLOY"})
    void otherTypeIsImpossible(String type) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, new TaskBody(type, worker("0123abcd"))::type);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal.problems())
                .containsExactly(
                        new Problem(
                                "/task_type",
                                "must be one of worker.deploy, worker.delete, worker.rollback,"
                                        + " worker.promote, worker.abort, worker.sync-env,"
                                        + " worker.sync-secret, worker.update, user.register,"
                                        + " user.audit"));
    }

    @Test
    void idThatNoWorkerCanHaveIsImpossible() {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class, new TaskBody("worker.deploy", worker("../x"))::worker);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
    }

    @Test
    void taskAboutAUserIsRead() {
        TaskBody body = new TaskBody("user.audit", user(USER));

        assertThat(body.type()).isEqualTo(TaskType.USER_AUDIT);
        assertThat(body.user()).isEqualTo(UserId.parse(USER).orElseThrow());
    }

    @Test
    void whatTheTypeIsAboutMustBeThereAndNothingElse() {
        TaskInfo both = new TaskInfo(Optional.of("0123abcd"), Optional.of(USER));
        TaskInfo nothing = new TaskInfo(Optional.empty(), Optional.empty());

        assertThat(refusal(new TaskBody("worker.deploy", user(USER))::worker))
                .isEqualTo("MALFORMED /task_info/worker_id");
        assertThat(refusal(new TaskBody("user.audit", both)::user))
                .isEqualTo("MALFORMED /task_info/worker_id");
        assertThat(refusal(new TaskBody("user.audit", nothing)::user))
                .isEqualTo("MALFORMED /task_info/user_uid");
        assertThat(refusal(new TaskBody("user.audit", user("nobody"))::user))
                .isEqualTo("IMPOSSIBLE /task_info/user_uid");
    }

    private static String refusal(ThrowingCallable reading) {
        Refusal refusal = catchThrowableOfType(Refusal.class, reading);
        return refusal.kind() + " " + refusal.problems().getFirst().pointer();
    }

    private static TaskInfo worker(String id) {
        return new TaskInfo(Optional.of(id), Optional.empty());
    }

    private static TaskInfo user(String id) {
        return new TaskInfo(Optional.empty(), Optional.of(id));
    }
}
