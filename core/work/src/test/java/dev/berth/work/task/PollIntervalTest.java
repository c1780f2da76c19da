package dev.berth.work.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PollIntervalTest {

    private final AtomicLong nanos = new AtomicLong();
    private final PollInterval interval = new PollInterval(nanos::get);

    @Test
    void quickLookIsFollowedByTheShortestRest() {
        assertThat(interval.rest()).isEqualTo(Duration.ofMillis(10));
        assertThat(interval.measured(() -> takes("claims", Duration.ofMillis(1))))
                .isEqualTo("claims");

        assertThat(interval.rest()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void slowLookIsFollowedByFourTimesItsTime() {
        interval.measured(() -> takes("claims", Duration.ofMillis(20)));

        assertThat(interval.rest()).isEqualTo(Duration.ofMillis(80));
    }

    @Test
    void noRestIsLongerThanHalfASecond() {
        interval.measured(() -> takes("claims", Duration.ofSeconds(3)));

        assertThat(interval.rest()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void lookThatFailsCountsToo() {
        assertThatThrownBy(
                        () ->
                                interval.measured(
                                        () -> {
                                            takes("", Duration.ofMillis(30));
                                            throw new IllegalStateException("away");
                                        }))
                .hasMessage("away");

        assertThat(interval.rest()).isEqualTo(Duration.ofMillis(120));
    }

    private String takes(String answer, Duration time) {
        nanos.addAndGet(time.toNanos());
        return answer;
    }
}
