package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyWindowTest {

    private static final long NOW = TimeUnit.HOURS.toNanos(7);

    private final LatencyWindow window = new LatencyWindow();

    @Test
    void nothingRecordedIsZero() {
        assertThat(window.median(NOW)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 7, 90, 1_000, 12_345, 999_999, 60_000_000})
    void medianOfOneIsWithinAnEighth(long micros) {
        window.record(TimeUnit.MICROSECONDS.toNanos(micros), NOW);

        assertThat(window.median(NOW).toNanos())
                .isBetween(micros * 1_000 * 7 / 8 - 1_000, micros * 1_000 * 9 / 8 + 1_000);
    }

    @Test
    void fewSlowOnesDoNotMoveIt() {
        for (int i = 0; i < 100; i++) {
            window.record(TimeUnit.MILLISECONDS.toNanos(i < 60 ? 10 : 5_000), NOW);
        }

        assertThat(window.median(NOW)).isBetween(Duration.ofMillis(8), Duration.ofMillis(12));
    }

    @Test
    void beyondAMinuteIsForgotten() {
        window.record(1_000_000, NOW);

        assertThat(window.median(NOW + TimeUnit.SECONDS.toNanos(59))).isPositive();
        assertThat(window.median(NOW + TimeUnit.SECONDS.toNanos(81))).isZero();
    }

    @Test
    void daysAreNoLimit() {
        window.record(TimeUnit.DAYS.toNanos(3), NOW);

        assertThat(window.median(NOW)).isGreaterThan(Duration.ofMinutes(1));
    }
}
