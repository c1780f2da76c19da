package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Limits;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseState;
import dev.berth.testkit.TestRelease;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What there is without users and control groups, as where Berth does not run as root. */
class SharedIT extends ProcessFixture {

    private static final ReleaseId OTHER = new ReleaseId("0a1b2c3d", 2);
    private static final Limits LIMITS = new Limits(1_000, 512L << 20, 1L << 30);

    @BeforeEach
    void share() {
        runtime.close();
        runtime = new ProcessRuntime(TestConfig.shared(run), context);
    }

    @Test
    void theConditionsSayWhatIsMissingAndWhy() {
        ReleaseState.Ready ready = (ReleaseState.Ready) script("serve").settle(1);

        assertThat(ready.conditions())
                .extracting(condition -> condition.type() + "=" + condition.status())
                .containsExactly("Isolated=false", "LimitsEnforced=false");
        assertThat(ready.conditions().getLast().message())
                .contains("an operator has set 'cgroups' to 'off'");
    }

    @Test
    void aSecondTenantIsRefusedAndTheFirstGoesOn() {
        TestRelease first = script("serve");
        first.ready(1);
        TestRelease second =
                release(
                        TestPrograms.of(
                                TestPrograms.script(OTHER, context, "serve"), "two", LIMITS));

        String reason = reason(second.settle(1));

        assertThat(reason)
                .contains("another tenant's workers run here")
                .contains("ask the operator to run Berth as root");
        assertThat(first.ready(1)).hasSize(1);
        assertThat(first.starts()).isEqualTo(1);
        assertThat(ReleaseDirectory.of(run, OTHER).path()).doesNotExist();
    }

    @Test
    void aSecondTenantIsServedOnceTheFirstIsGone() {
        TestRelease first = script("serve");
        first.ready(1);
        first.delete();
        TestRelease second =
                release(
                        TestPrograms.of(
                                TestPrograms.script(OTHER, context, "serve"), "two", LIMITS));

        assertThat(second.ready(1)).hasSize(1);
    }

    @Test
    void aDaemonOfAnotherSessionIsEndedToo() {
        TestRelease release =
                script("(setsid sh -c 'trap \"\" TERM; sleep 1000 & wait' &) ; serve");
        release.ready(1);

        ProcessRegistry.stopAll(run, Duration.ofMillis(200));

        assertThat(LeftBehind.in(run)).isEmpty();
    }
}
