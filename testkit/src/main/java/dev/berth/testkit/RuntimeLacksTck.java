package dev.berth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Condition;
import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Says what a runtime may lack, and that it says so. */
abstract class RuntimeLacksTck extends RuntimeScaleTck {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofSeconds(1);

    @Test
    void theConditionsSayWhetherTenantsAreKeptApart() {
        assertThat(condition("Isolated").status()).isEqualTo(isolates());
    }

    @Test
    void theConditionsSayWhetherLimitsAreEnforced() {
        assertThat(condition("LimitsEnforced").status()).isEqualTo(enforcesLimits());
    }

    @Test
    void aSecondTenantIsServedWhereTenantsAreKeptApartAndElseRefused() {
        TestRelease first = release(TestProgram.ANSWERS, FIRST);
        List<Endpoint> before = first.ready(1);

        ReleaseState state = foreign(TestProgram.ANSWERS, SECOND).settle(1);

        if (isolates()) {
            assertAnswer(TestRelease.ready(state, 1));
        } else {
            assertThat(state).isInstanceOf(ReleaseState.Rejected.class);
        }
        assertThat(first.ready(1)).isEqualTo(before);
        assertAnswer(before);
    }

    @Test
    void anInstanceThatEndsByItselfIsToldOfWhereThatIsPossible() {
        TestRelease release = release(TestProgram.ANSWERS_ONCE);

        release.settle(1);

        assertThat(context().awaitChange(FIRST, tellsOfChanges() ? SOON : NEVER))
                .isEqualTo(tellsOfChanges());
    }

    private Condition condition(String type) {
        ReleaseState.Ready ready =
                (ReleaseState.Ready) release(TestProgram.ANSWERS, FIRST).settle(1);
        return ready.conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
