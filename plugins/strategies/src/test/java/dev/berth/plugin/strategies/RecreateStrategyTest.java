package dev.berth.plugin.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecreateStrategyTest {

    private static final Step DRAIN = new Step.Drain(Stage.OLD);

    private final DeployStrategy recreate = new RecreateStrategy(Duration.ofSeconds(30));

    @Test
    void looksAtWhatIsInFlightAfterTheShift() {
        assertThat(new Stage().inFlight(0).play(recreate)).isEqualTo(DRAIN);
    }

    @Test
    void stopsWhatHasNothingInFlight() {
        assertThat(new Stage().inFlight(0).after(DRAIN, Duration.ofMillis(50)).play(recreate))
                .isEqualTo(new Step.Stop(Stage.OLD));
    }

    @Test
    void waitsForWhatIsInFlightButNotForEver() {
        Stage stage = new Stage().inFlight(1);

        assertThat(stage.after(DRAIN, Duration.ofMillis(29_999)).play(recreate)).isEqualTo(DRAIN);
        assertThat(stage.after(DRAIN, Duration.ofSeconds(30)).play(recreate))
                .isEqualTo(new Step.Stop(Stage.OLD));
    }
}
