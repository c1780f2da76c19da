package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void theFirstIsAtOnceAndThePausesGrow() {
        Stream<Restarts> row =
                Stream.iterate(Restarts.NONE.after(true, SHORT), last -> last.after(true, SHORT));

        assertThat(row.limit(8).map(restarts -> restarts.pause().toSeconds()))
                .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void aMinuteOfWorkForgivesAll() {
        Restarts restarts = new Restarts(7, 0).after(true, LONG);

        assertThat(restarts).isEqualTo(new Restarts(1, 0));
    }

    @Test
    void fiveStartsWithoutBecomingReadyAreHopeless() {
        Restarts four = new Restarts(4, 4);

        assertThat(four.hopeless()).isFalse();
        assertThat(four.after(false, SHORT).hopeless()).isTrue();
        assertThat(four.after(true, SHORT).hopeless()).isFalse();
    }

    @Test
    void theTextIsReadAgain() {
        Restarts restarts = new Restarts(3, 2);

        assertThat(Restarts.parse(restarts.toString())).isEqualTo(restarts);
    }

    @Test
    void anEndIsToldWithItsCodeOrSignal() {
        Instant start = Instant.EPOCH;

        assertThat(new Exit(3, start, start.plusMillis(240), Optional.empty()))
                .hasToString("exited with code 3 0.2 s after its start");
        assertThat(new Exit(137, start, start.plusSeconds(61), Optional.empty()))
                .hasToString("was ended by signal 9 (SIGKILL) 61 s after its start");
    }
}
