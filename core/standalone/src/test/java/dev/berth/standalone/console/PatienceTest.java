package dev.berth.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whatIsThereAtOnceIsOneLine() throws InterruptedException {
        assertThat(await(0)).isTrue();
        assertThat(said()).isEqualTo("it 3.0 s");
    }

    @Test
    void whatTakesLongIsToldAfterTwoFourAndEightSeconds() throws InterruptedException {
        assertThat(await(3)).isTrue();
        assertThat(said()).isEqualTo("it … 3.0 s it … 6.0 s it … 9.0 s it 12.0 s");
    }

    @Test
    void whatIsLateIsGivenUp() throws InterruptedException {
        assertThat(await(4)).isFalse();
        assertThat(said()).doesNotContain("it 1");
    }

    /** Waits at most ten seconds for what is there after so many looks, of three seconds each. */
    private boolean await(int before) throws InterruptedException {
        PrintStream out = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        Progress progress = new Progress(out, () -> Instant.EPOCH.plusSeconds(3L * looks.get()));
        return new Patience(progress, Duration.ofSeconds(10))
                .await("it", Instant.EPOCH, () -> looks.getAndIncrement() == before);
    }

    private String said() {
        return String.join(
                " ",
                Arrays.stream(terminal.toString(StandardCharsets.UTF_8).split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}
