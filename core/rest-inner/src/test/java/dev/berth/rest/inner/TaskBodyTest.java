package dev.berth.rest.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.TaskType;
import dev.berth.model.WorkerId;
import dev.berth.rest.inner.TaskBody.TaskInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskBodyTest {

    @Test
    void taskIsRead() {
        TaskBody body = new TaskBody("worker.deploy", new TaskInfo("0123abcd"));

        assertThat(body.type()).isEqualTo(TaskType.WORKER_DEPLOY);
        assertThat(body.worker()).isEqualTo(new WorkerId("0123abcd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker.reconcile", "rdb.create", "", "WORKER_DEPLOY"})
    void otherTypeIsImpossible(String type) {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class, new TaskBody(type, new TaskInfo("0123abcd"))::type);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal.problems())
                .containsExactly(
                        new Problem(
                                "/task_type",
                                "must be one of worker.deploy, worker.delete, worker.rollback,"
                                        + " worker.promote, worker.abort, worker.sync-env,"
                                        + " worker.sync-secret, worker.update"));
    }

    @Test
    void idThatNoWorkerCanHaveIsImpossible() {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class, new TaskBody("worker.deploy", new TaskInfo("../x"))::worker);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
    }
}
