package dev.berth.work.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Pace pace = new Pace(nanos::get);

    @Test
    void quickLookIsFollowedByTheShortestRest() {
        assertThat(pace.rest()).isEqualTo(Duration.ofMillis(10));
        assertThat(pace.measured(() -> takes("claims", Duration.ofMillis(1)))).isEqualTo("claims");

        assertThat(pace.rest()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void slowLookIsFollowedByFourTimesItsTime() {
        pace.measured(() -> takes("claims", Duration.ofMillis(20)));

        assertThat(pace.rest()).isEqualTo(Duration.ofMillis(80));
    }

    @Test
    void noRestIsLongerThanHalfASecond() {
        pace.measured(() -> takes("claims", Duration.ofSeconds(3)));

        assertThat(pace.rest()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void lookThatFailsCountsToo() {
        assertThatThrownBy(
                        () ->
                                pace.measured(
                                        () -> {
                                            takes("", Duration.ofMillis(30));
                                            throw new IllegalStateException("away");
                                        }))
                .hasMessage("away");

        assertThat(pace.rest()).isEqualTo(Duration.ofMillis(120));
    }

    private String takes(String answer, Duration time) {
        nanos.addAndGet(time.toNanos());
        return answer;
    }
}
