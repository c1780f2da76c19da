package dev.berth.plugin.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.DeployStrategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a developer is told beforehand of a deploy by each strategy, as operators get it. */
class PlansTest {

    private static final DeployStrategy RECREATE = new RecreateStrategy(Duration.ofSeconds(30));

    @Test
    void recreateInterruptsTheService() {
        assertThat(PlanScene.replacing().plan(RECREATE))
                .containsExactly(
                        "0 shift 0/0 take the traffic from the previous release: the service is"
                                + " interrupted",
                        "0 drain 0/0 let the previous release answer what is in flight",
                        "50 stop 0/0 stop the previous release",
                        "50 scale 0/0 start 3 instances of the new release",
                        "50 shift 100/0 give the new release all of the traffic",
                        "50 finish 100/0 end the rollout: the new release is in force");
    }

    @Test
    void rollingGoesInstanceByInstance() {
        assertThat(PlanScene.replacing().plan(Settings.rolling().strategy()))
                .containsExactly(
                        "0 scale 0/100 start 1 instance of the new release",
                        "0 shift 33/67 give the new release 33 % of the traffic, leave the previous"
                                + " one 67 %",
                        "0 wait 33/67 wait 2 s while the new release has 33 % of the traffic",
                        "2000 scale 33/67 start 1 more instance of the new release, 2 in all",
                        "2000 shift 66/34 give the new release 66 % of the traffic, leave the"
                                + " previous one 34 %",
                        "2000 wait 66/34 wait 2 s while the new release has 66 % of the traffic",
                        "4000 scale 66/34 start 1 more instance of the new release, 3 in all",
                        "4000 shift 100/0 give the new release all of the traffic",
                        "4000 wait 100/0 wait 2 s while the new release has all of the traffic",
                        "6000 finish 100/0 end the rollout: the new release is in force",
                        "606000 stop 100/0 stop the previous release");
    }

    @Test
    void blueGreenSwitchesOnceAndWatches() {
        assertThat(PlanScene.replacing().plan(Settings.blueGreen().strategy()))
                .containsExactly(
                        "0 scale 0/100 start 3 instances of the new release",
                        "0 shift 100/0 give the new release all of the traffic",
                        "0 wait 100/0 wait 10 s while the new release has all of the traffic",
                        "10000 finish 100/0 end the rollout: the new release is in force",
                        "610000 stop 100/0 stop the previous release");
    }

    @Test
    void canaryGoesFromShareToShare() {
        assertThat(PlanScene.replacing().plan(Settings.canary().strategy()))
                .containsExactly(
                        "0 scale 0/100 start 3 instances of the new release",
                        "0 shift 10/90 give the new release 10 % of the traffic, leave the previous"
                                + " one 90 %",
                        "0 wait 10/90 wait 10 s while the new release has 10 % of the traffic",
                        "10000 shift 50/50 give the new release 50 % of the traffic, leave the"
                                + " previous one 50 %",
                        "10000 wait 50/50 wait 10 s while the new release has 50 % of the traffic",
                        "20000 shift 100/0 give the new release all of the traffic",
                        "20000 wait 100/0 wait 10 s while the new release has all of the traffic",
                        "30000 finish 100/0 end the rollout: the new release is in force",
                        "630000 stop 100/0 stop the previous release");
    }

    @Test
    void manualCanaryNeedsADeveloperForEachShare() {
        assertThat(PlanScene.replacing().plan(Settings.canary(true).strategy()))
                .filteredOn(line -> line.startsWith("0 promote "))
                .containsExactly(
                        promotion("10/90", "10 %"),
                        promotion("50/50", "50 %"),
                        promotion("100/0", "all"));
    }

    @Test
    void firstReleaseWaitsForNothingWhateverTheStrategy() {
        for (DeployStrategy strategy :
                new DeployStrategy[] {
                    RECREATE,
                    Settings.rolling().strategy(),
                    Settings.blueGreen().strategy(),
                    Settings.canary(true).strategy()
                }) {
            assertThat(PlanScene.first().plan(strategy))
                    .containsExactly(
                            "0 scale 0/0 start 3 instances of the new release",
                            "0 shift 100/0 give the new release all of the traffic",
                            "0 finish 100/0 end the rollout: the new release is in force");
        }
    }

    private static String promotion(String shares, String share) {
        return "0 promote %s wait until a developer promotes the new release, which has %s of the traffic; what follows is counted from there"
                .formatted(shares, share);
    }
}
