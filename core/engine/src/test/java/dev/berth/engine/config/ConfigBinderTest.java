package dev.berth.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.engine.config.ConfigBinding.Bound;
import dev.berth.engine.config.ConfigBinding.Refused;
import dev.berth.spi.ConfigType;
import dev.berth.spi.Default;
import dev.berth.spi.Help;
import dev.berth.spi.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigBinderTest {

    private static final String PREFIX = "berth.router.edge";

    enum Mode {
        FAST,
        VERY_SAFE
    }

    record Everything(
            String name,
            int count,
            long size,
            boolean enabled,
            double ratio,
            Duration keepPrevious,
            Path directory,
            URI url,
            Secret token,
            Mode mode,
            Optional<Integer> limit,
            Optional<URI> mirror,
            List<String> tags,
            List<Duration> pauses) {}

    record Timed(
            @Help("how long to wait for an answer") @Default("10s") Duration timeout,
            @Help("where the control address is") URI url) {}

    record Ordered(int low, int high) {
        Ordered {
            if (low > high) {
                throw new IllegalArgumentException("low is above high; lower it");
            }
        }
    }

    record Failing(int number) {
        Failing {
            throw new IllegalStateException("boom");
        }
    }

    record Nested(Map<String, String> map, List<List<String>> lists, String use) {}

    @Test
    void everyTypeIsBound() {
        Map<String, String> values =
                Map.ofEntries(
                        Map.entry("name", "main"),
                        Map.entry("count", "3"),
                        Map.entry("size", "5000000000"),
                        Map.entry("enabled", "true"),
                        Map.entry("ratio", "0.5"),
                        Map.entry("keep-previous", "5m"),
                        Map.entry("directory", "/var/lib"),
                        Map.entry("url", "http://localhost:1"),
                        Map.entry("token", "hush"),
                        Map.entry("mode", "very-safe"),
                        Map.entry("limit", "7"),
                        Map.entry("tags", "a, b"),
                        Map.entry("pauses", "1s,250ms,PT2H"));

        ConfigBinding<Everything> binding = bind(Everything.class, values);

        assertThat(binding)
                .isEqualTo(
                        new Bound<>(
                                new Everything(
                                        "main",
                                        3,
                                        5_000_000_000L,
                                        true,
                                        0.5,
                                        Duration.ofMinutes(5),
                                        Path.of("/var/lib"),
                                        URI.create("http://localhost:1"),
                                        Secret.of("hush"),
                                        Mode.VERY_SAFE,
                                        Optional.of(7),
                                        Optional.empty(),
                                        List.of("a", "b"),
                                        List.of(
                                                Duration.ofSeconds(1),
                                                Duration.ofMillis(250),
                                                Duration.ofHours(2)))));
    }

    @Test
    void defaultsHoldWhereNothingOrAnEmptyTextIsSet() {
        ConfigBinding<Timed> binding =
                bind(Timed.class, Map.of("url", "http://localhost:1", "timeout", " "));

        assertThat(binding)
                .isEqualTo(
                        new Bound<>(
                                new Timed(
                                        Duration.ofSeconds(10), URI.create("http://localhost:1"))));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        ConfigBinding<Timed> binding =
                bind(Timed.class, Map.of("timeout", "soon", "ulr", "x", "use", "edge"));

        assertThat(binding)
                .isEqualTo(
                        new Refused<>(
                                List.of(
                                        "berth.router.edge.timeout is 'soon', which is not a duration such as 10s or 5m (how long to wait for an answer)",
                                        "berth.router.edge.url is not set (where the control address is)",
                                        "berth.router.edge.ulr is not known; did you mean 'url'?")));
    }

    @Test
    void aKeyThatIsLikeNoneIsJustUnknown() {
        ConfigBinding<Timed> binding =
                bind(Timed.class, Map.of("url", "http://localhost:1", "certificate", "x"));

        assertThat(binding)
                .isEqualTo(new Refused<>(List.of("berth.router.edge.certificate is not known")));
    }

    @Test
    void otherInstancesKeysAreNotLookedAt() {
        ConfigValues values =
                ConfigValues.of(
                        Map.of("berth.router.edge.url", "http://a", "berth.router.edge2.x", "1"));

        ConfigBinding<Timed> binding =
                ConfigBinder.bind(ConfigRecord.of(ConfigType.of(Timed.class)), values, PREFIX);

        assertThat(binding).isInstanceOf(Bound.class);
    }

    @Test
    void whatTheRecordRefusesIsAProblem() {
        ConfigBinding<Ordered> binding = bind(Ordered.class, Map.of("low", "2", "high", "1"));

        assertThat(binding)
                .isEqualTo(
                        new Refused<>(List.of("berth.router.edge: low is above high; lower it")));
    }

    @Test
    void aRecordThatFailsIsAProblem() {
        ConfigBinding<Failing> binding = bind(Failing.class, Map.of("number", "2"));

        assertThat(binding)
                .isEqualTo(
                        new Refused<>(
                                List.of(
                                        "berth.router.edge: the plugin's record fails with java.lang.IllegalStateException: boom")));
    }

    @Test
    void aRecordOfOtherTypesIsRefused() {
        assertThatThrownBy(() -> ConfigRecord.of(ConfigType.of(Nested.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component 'map' has type 'java.util.Map<")
                .hasMessageContaining("component 'lists' has type 'java.util.List<java.util.List<")
                .hasMessageContaining(
                        "component 'use' has the name of a key that every instance has");
    }

    @Test
    void keysAreDescribed() {
        assertThat(ConfigRecord.of(ConfigType.of(Timed.class)).keys())
                .containsExactly(
                        new ConfigKey(
                                "timeout",
                                "duration",
                                Optional.of("10s"),
                                false,
                                "how long to wait for an answer"),
                        new ConfigKey(
                                "url",
                                "uri",
                                Optional.empty(),
                                true,
                                "where the control address is"));
        assertThat(ConfigRecord.of(ConfigType.of(Everything.class)).keys())
                .extracting(ConfigKey::type)
                .contains("one of fast, very-safe", "list of duration", "secret", "int");
    }

    private static <C extends Record> ConfigBinding<C> bind(
            Class<C> type, Map<String, String> values) {
        Map<String, String> prefixed = new HashMap<>();
        values.forEach((key, value) -> prefixed.put(PREFIX + "." + key, value));
        return ConfigBinder.bind(
                ConfigRecord.of(ConfigType.of(type)), ConfigValues.of(prefixed), PREFIX);
    }
}
