package dev.berth.intent.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBucketsTest {

    private long now = 7;
    private final TimeBuckets buckets =
            new TimeBuckets(Duration.ofMillis(25), () -> now, nanos -> now += nanos);

    @ParameterizedTest
    @CsvSource({"0, 25", "3, 25", "4, 25", "24, 25", "25, 50", "49, 50", "110, 125"})
    void workTakesAWholeNumberOfBuckets(long millis, long whole) {
        buckets.fill(() -> now += Duration.ofMillis(millis).toNanos());

        assertThat(Duration.ofNanos(now - 7)).isEqualTo(Duration.ofMillis(whole));
    }

    @Test
    void failureIsToldAtOnce() {
        Runnable failing =
                () -> {
                    throw new IllegalStateException("away");
                };

        assertThatThrownBy(() -> buckets.fill(failing)).hasMessage("away");
        assertThat(now).isEqualTo(7);
    }
}
