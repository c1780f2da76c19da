package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepAliveTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout=5 | 4",
                "timeout=3, max=100 | 2",
                "max=100,timeout=2 | 1",
                "timeout=1 | 0",
                "timeout=60 | 4",
                "timeout=99999999999999999999 | 4",
                "timeout=soon | 4",
                "max=5 | 4"
            })
    void connectionRestsASecondLessThanTheProgramSaysAndFourAtMost(String said, long seconds) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("keep-alive", said);

        assertThat(Duration.ofNanos(KeepAlive.nanos(headers))).hasSeconds(seconds);
    }

    @Test
    void connectionOfAProgramThatSaysNothingRestsFourSeconds() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();

        assertThat(Duration.ofNanos(KeepAlive.nanos(headers))).hasSeconds(4);
    }
}
