package dev.berth.plugin.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Step;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private static final Duration HELD = Duration.ofSeconds(10);

    private final DeployStrategy rolling = Settings.rolling().strategy();
    private final DeployStrategy blueGreen = Settings.blueGreen().strategy();
    private final DeployStrategy canary = Settings.canary().strategy();

    @Test
    void rollingStartsOneInstanceAfterTheOther() {
        assertThat(new Stage().play(rolling)).isEqualTo(new Step.Scale(Stage.NEW, 1));
        assertThat(new Stage().candidate(1, 0, 0).play(rolling)).isInstanceOf(Step.Wait.class);
        assertThat(new Stage().candidate(1, 1, 0).play(rolling))
                .isEqualTo(new Step.Shift(Map.of(Stage.NEW, 33, Stage.OLD, 67)));
        assertThat(new Stage().candidate(1, 1, 33).after(HELD).play(rolling))
                .isEqualTo(new Step.Scale(Stage.NEW, 2));
        assertThat(new Stage().candidate(3, 3, 66).after(HELD).play(rolling))
                .isEqualTo(new Step.Shift(Map.of(Stage.NEW, 100)));
        assertThat(new Stage().candidate(3, 3, 100).after(HELD).play(rolling))
                .isEqualTo(new Step.Finish());
    }

    @Test
    void blueGreenShiftsAllAtOnceWhenAllIsReady() {
        assertThat(new Stage().play(blueGreen)).isEqualTo(new Step.Scale(Stage.NEW, 3));
        assertThat(new Stage().candidate(3, 2, 0).play(blueGreen)).isInstanceOf(Step.Wait.class);
        assertThat(new Stage().candidate(3, 3, 0).play(blueGreen))
                .isEqualTo(new Step.Shift(Map.of(Stage.NEW, 100)));
        assertThat(new Stage().candidate(3, 3, 100).after(HELD.minusMillis(1)).play(blueGreen))
                .isInstanceOf(Step.Wait.class);
        assertThat(new Stage().candidate(3, 3, 100).after(HELD).play(blueGreen))
                .isEqualTo(new Step.Finish());
    }

    @Test
    void canaryGoesFromShareToShare() {
        assertThat(new Stage().candidate(3, 3, 0).play(canary))
                .isEqualTo(new Step.Shift(Map.of(Stage.NEW, 10, Stage.OLD, 90)));
        assertThat(new Stage().candidate(3, 3, 10).after(HELD).play(canary))
                .isEqualTo(new Step.Shift(Map.of(Stage.NEW, 50, Stage.OLD, 50)));
        assertThat(new Stage().candidate(3, 3, 50).after(HELD).play(canary))
                .isEqualTo(new Step.Shift(Map.of(Stage.NEW, 100)));
        assertThat(new Stage().candidate(3, 3, 100).after(HELD).play(canary))
                .isEqualTo(new Step.Finish());
    }

    @Test
    void whatIsWatchedIsSaidInNumbersThatChangeOnlyWithTheTraffic() {
        Stage stage = new Stage().candidate(3, 3, 10).candidateSaw(34, 0, 5);

        assertThat(stage.after(Duration.ofMillis(9_500)).play(canary))
                .isEqualTo(
                        new Step.Wait(
                                "canary: 10 % for 10 s, 34 requests, 0 errors",
                                Duration.ofMillis(500)));
    }

    @Test
    void errorsAreComparedWithThoseOfThePreviousRelease() {
        Stage stage = new Stage().candidate(3, 3, 10).candidateSaw(40, 12, 5);

        assertThat(stage.previousSaw(360, 1, 5).play(canary))
                .isEqualTo(
                        new Step.RollBack(
                                "12 of 40 requests (30.0 %) of the new release failed, 1 of 360"
                                        + " requests (0.3 %) of the previous one; at most 5.3 %"
                                        + " are allowed"));
        assertThat(stage.previousSaw(360, 108, 5).play(canary)).isInstanceOf(Step.Wait.class);
    }

    @Test
    void latencyIsComparedWithThatOfThePreviousRelease() {
        Stage stage = new Stage().candidate(3, 3, 10).candidateSaw(40, 0, 500);

        assertThat(stage.previousSaw(360, 0, 20).play(canary))
                .isEqualTo(
                        new Step.RollBack(
                                "the median answer of the new release takes 500 ms over 40"
                                        + " requests, of the previous one 20 ms; at most 140 ms"
                                        + " are allowed"));
        assertThat(stage.previousSaw(360, 0, 300).play(canary)).isInstanceOf(Step.Wait.class);
    }

    @Test
    void fewRequestsDecideNothing() {
        Stage few = new Stage().candidate(3, 3, 10).candidateSaw(9, 9, 60_000);
        Stage oneError = new Stage().candidate(3, 3, 10).candidateSaw(10, 1, 5);

        assertThat(few.previousSaw(360, 0, 5).play(canary)).isInstanceOf(Step.Wait.class);
        assertThat(oneError.previousSaw(360, 0, 5).play(canary)).isInstanceOf(Step.Wait.class);
    }

    @Test
    void promotionEndsTheWatchButForgivesNothing() {
        Stage stage = new Stage().candidate(3, 3, 10).promoted();

        assertThat(stage.play(canary)).isInstanceOf(Step.Shift.class);
        assertThat(stage.candidateSaw(40, 40, 5).play(canary)).isInstanceOf(Step.RollBack.class);
    }

    @Test
    void manualCanaryWaitsForADeveloper() {
        DeployStrategy manual = Settings.canary(true).strategy();
        Stage stage = new Stage().candidate(3, 3, 10).after(Duration.ofDays(1));

        assertThat(stage.play(manual)).isInstanceOf(Step.Wait.class);
        assertThat(stage.promoted().play(manual)).isInstanceOf(Step.Shift.class);
    }

    @Test
    void candidateTakesAllWhereThePreviousReleaseIsDead() {
        Stage stage = new Stage().candidate(3, 1, 0).previousReady(0);

        assertThat(stage.play(canary)).isEqualTo(new Step.Shift(Map.of(Stage.NEW, 100)));
        assertThat(stage.play(rolling)).isEqualTo(new Step.Shift(Map.of(Stage.NEW, 100)));
        assertThat(stage.play(blueGreen)).isEqualTo(new Step.Shift(Map.of(Stage.NEW, 100)));
    }

    @Test
    void candidateThatDiesWithTrafficIsRolledBack() {
        assertThat(new Stage().candidate(3, 0, 50).play(canary))
                .isEqualTo(
                        new Step.RollBack(
                                "no instance of the new release was ready any more while it had"
                                        + " 50 % of the traffic"));
    }

    @Test
    void candidateThatNeverGetsReadyIsRolledBack() {
        Step wait = new Stage().candidate(3, 1, 0).play(blueGreen);

        assertThat(
                        new Stage()
                                .candidate(3, 1, 0)
                                .after(wait, Duration.ofMinutes(5))
                                .play(blueGreen))
                .isEqualTo(
                        new Step.RollBack(
                                "for 300 s no more than 1 of 3 instances of the new release are"
                                        + " ready"));
    }

    @Test
    void firstReleaseIsNotWatched() {
        assertThat(new Stage().first().candidate(3, 3, 0).play(canary))
                .isEqualTo(new Step.Shift(Map.of(Stage.NEW, 100)));
        assertThat(new Stage().first().candidate(3, 3, 100).play(canary))
                .isEqualTo(new Step.Finish());
    }

    @Test
    void exclusiveReleasesFollowEachOther() {
        assertThat(new Stage().exclusive().play(blueGreen)).isEqualTo(new Step.Shift(Map.of()));
    }
}
