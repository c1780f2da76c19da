package dev.berth.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LateGuardTest {

    private final LateGuard guard = new LateGuard();

    @Test
    void whatIsDeliveredInTimeBelongsToTheTaker() {
        boolean delivered = guard.delivers("object");

        assertThat(delivered).isTrue();
        assertThat(guard.giveUp()).contains("object");
    }

    @Test
    void whatIsDeliveredLateBelongsToTheMaker() {
        boolean before = guard.giveUp().isPresent();

        assertThat(before).isFalse();
        assertThat(guard.delivers("object")).isFalse();
    }
}
