package dev.berth.bench.traffic;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final OpenLoop LOOP = new OpenLoop(200, Duration.ofMillis(500));

    @Test
    void callsGoOnWhileEarlierOnesAreNotAnsweredAndTheirWaitingCounts() {
        CountDownLatch lastCall = new CountDownLatch(1);

        // as a server does that answers nothing until the last call has arrived: a closed loop
        // never would
        Latencies latencies =
                LOOP.run(
                        number -> {
                            if (number == 99) {
                                lastCall.countDown();
                            }
                            assertThat(lastCall.await(20, SECONDS)).isTrue();
                        });

        assertThat(latencies.answered()).isEqualTo(100);
        assertThat(latencies.millis(100)).isGreaterThanOrEqualTo(495);
        assertThat(latencies.millis(50)).isGreaterThanOrEqualTo(240);
    }

    @Test
    void callsThatAreSentLateAreMeasuredFromWhenTheyWereDue() {
        CountDownLatch never = new CountDownLatch(1);

        // the first call keeps the generator itself from sending for 300 ms
        Latencies latencies =
                LOOP.run(
                        number -> {
                            if (number == 0) {
                                assertThat(never.await(300_000, MICROSECONDS)).isFalse();
                            }
                        },
                        Runnable::run);

        assertThat(latencies.millis(100)).isGreaterThanOrEqualTo(300);
        // 60 calls were due in these 300 ms, each 5 ms after the one before
        assertThat(latencies.millis(65)).isGreaterThanOrEqualTo(100);
    }

    @Test
    void callsAreSpreadEvenly() {
        long begun = System.nanoTime();

        LOOP.run(_ -> {});

        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(495_000_000L);
        assertThat(LOOP.calls()).isEqualTo(100);
    }

    @Test
    void failuresAreCountedByTheirReasonAndHaveNoLatency() {
        Latencies latencies =
                LOOP.run(
                        number -> {
                            if (number % 4 == 0) {
                                throw new IllegalStateException("no");
                            }
                        });

        assertThat(latencies.answered()).isEqualTo(75);
        assertThat(latencies.failures())
                .isEqualTo(Map.of("java.lang.IllegalStateException: no", 25));
    }

    @Test
    void percentilesAreMeasuredValues() {
        Latencies latencies =
                new Latencies(new long[] {4_000_000, 1_000_000, 3_000_000, 2_000_000}, Map.of());

        assertThat(latencies.millis(50)).isCloseTo(2, within(1e-9));
        assertThat(latencies.millis(75)).isCloseTo(3, within(1e-9));
        assertThat(latencies.millis(99)).isCloseTo(4, within(1e-9));
    }
}
