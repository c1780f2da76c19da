package dev.berth.store.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.spi.ReleaseId;
import dev.berth.spi.Step;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepJsonTest {

    private static final ReleaseId FIRST = new ReleaseId("0a1b2c3d", 1);
    private static final ReleaseId SECOND = new ReleaseId("0a1b2c3d", 2);

    static Stream<Step> steps() {
        return Stream.of(
                new Step.Scale(FIRST, 3),
                new Step.Shift(Map.of(FIRST, 90, SECOND, 10)),
                new Step.Shift(Map.of()),
                new Step.Wait("\"soaking\"", Duration.ofMillis(1500)),
                new Step.Drain(FIRST),
                new Step.Stop(SECOND),
                new Step.RollBack("it failed"),
                new Step.Finish());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyStepIsReadAsItWasWritten(Step step) {
        assertThat(StepJson.read(StepJson.write(step))).isEqualTo(step);
    }

    @Test
    void aStepIsSaidForAPerson() {
        Step step = new Step.Shift(Map.of(FIRST, 90, SECOND, 10));

        assertThat(StepText.read(StepJson.write(step)))
                .isEqualTo(
                        new StepText(
                                "shift",
                                "90 % of the traffic to release "
                                        + FIRST.number()
                                        + ", 10 % of the traffic to release "
                                        + SECOND.number()));
    }

    @Test
    void anUnknownStepIsShown() {
        assertThatThrownBy(() -> StepJson.read("{\"step\":\"dance\"}"))
                .hasMessageContaining("dance");
        assertThatThrownBy(() -> StepJson.read("{")).hasMessageContaining("cannot read");
    }
}
