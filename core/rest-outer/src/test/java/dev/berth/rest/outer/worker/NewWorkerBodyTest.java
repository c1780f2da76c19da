package dev.berth.rest.outer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.WorkerSettings;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NewWorkerBodyTest {

    private static final DefaultNames NAMES = new DefaultNames("recreate", "process");

    @Test
    void nameAloneIsEnough() {
        assertThat(body(OptionalInt.empty(), OptionalInt.empty()).settings(NAMES))
                .isEqualTo(
                        new WorkerSettings("1", "500Mi", "2Gi", 1, 1, "", "recreate", "process"));
    }

    @Test
    void fewestInstancesRaiseTheMost() {
        assertThat(body(OptionalInt.of(3), OptionalInt.empty()).settings(NAMES).maxReplicas())
                .isEqualTo(3);
    }

    private static NewWorkerBody body(OptionalInt min, OptionalInt max) {
        return new NewWorkerBody(
                "hello",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                min,
                max,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
