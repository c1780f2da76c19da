package dev.berth.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final MovableClock clock = new MovableClock();
    private final Breaker breaker = new Breaker(clock, PAUSE);

    @Test
    void onlyTheFirstFailureAndTheFirstSuccessAreTransitions() {
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.succeeded()).isTrue();
        assertThat(breaker.succeeded()).isFalse();
    }

    @Test
    void afterAPauseOneCallerAloneTries() {
        breaker.failed();

        clock.forward(PAUSE);

        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.mayTry()).isFalse();
    }
}
