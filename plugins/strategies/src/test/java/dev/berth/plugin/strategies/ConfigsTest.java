package dev.berth.plugin.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.spi.Default;
import dev.berth.spi.Extension;
import dev.berth.spi.Help;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigsTest {

    private static final String COMMON =
            " readyTimeout=5m drainTimeout=30s minRequests=10 maxErrors=5 maxSlowdown=2"
                    + " latencySlack=100ms";

    @Test
    void namesAndDefaultsStay() {
        assertThat(keys(RecreateConfig.class)).isEqualTo("drainTimeout=5s");
        assertThat(keys(BlueGreenConfig.class)).isEqualTo("watch=10s" + COMMON);
        assertThat(keys(RollingConfig.class)).isEqualTo("maxSurge=1 watch=2s" + COMMON);
        assertThat(keys(CanaryConfig.class))
                .isEqualTo("shares=10,50,100 watch=10s manual=false" + COMMON);
    }

    @Test
    void extensionsAreNamedAsPeopleKnowThem() {
        assertThat(new StrategiesPlugin().extensions())
                .extracting(Extension::name)
                .containsExactly("blue-green", "canary", "recreate", "rolling");
    }

    @Test
    void sharesThatDoNotRiseToAllAreRefused() {
        for (List<Integer> shares :
                List.of(List.<Integer>of(), List.of(0, 100), List.of(10, 10, 100), List.of(50))) {
            assertThatThrownBy(() -> canary(shares, 10)).hasMessageContaining("shares must rise");
        }
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> canary(List.of(100), 0)).hasMessageContaining("min-requests");
        assertThatThrownBy(() -> new RecreateConfig(Duration.ofSeconds(-1)))
                .hasMessageContaining("drain-timeout");
    }

    private static CanaryConfig canary(List<Integer> shares, int requests) {
        Duration some = Duration.ofSeconds(1);
        return new CanaryConfig(shares, some, false, some, some, requests, 5, 2, some);
    }

    private static String keys(Class<? extends Record> config) {
        return String.join(
                " ",
                Arrays.stream(config.getRecordComponents())
                        .map(
                                key -> {
                                    assertThat(key.isAnnotationPresent(Help.class)).isTrue();
                                    String value = key.getAnnotation(Default.class).value();
                                    return key.getName() + "=" + value;
                                })
                        .toList());
    }
}
