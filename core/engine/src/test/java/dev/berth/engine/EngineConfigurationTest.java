package dev.berth.engine;

import static dev.berth.engine.TestEngine.phrase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.engine.InstanceState.Active;
import dev.berth.engine.InstanceState.Failed;
import dev.berth.engine.config.ConfigKey;
import dev.berth.engine.plugin.ExtensionKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineConfigurationTest {

    private static final String CONFIG =
            """
            record Config(@Help("what is said") @Default("hello") String greeting, int times) {
                Config {
                    if (times > 3) throw new IllegalArgumentException("times must be at most 3");
                }
            }
            """;

    @TempDir Path home;
    private TestEngine engine;

    @BeforeEach
    void setUp() {
        engine = TestEngine.in(home);
        PhrasePlugin.in("org.greet")
                .config(CONFIG)
                .phrase("config.greeting().repeat(config.times())")
                .write(engine.plugin("greet"));
    }

    @Test
    void oneExtensionHasSeveralInstances() {
        engine.set("berth.strategy", "one, two")
                .set("berth.strategy.one.use", "greet")
                .set("berth.strategy.one.times", "1")
                .set("berth.strategy.two.use", "greet")
                .set("berth.strategy.two.times", "2")
                .set("berth.strategy.two.greeting", "ho");

        try (Engine started = engine.start()) {
            assertThat(phrase(started, "one")).isEqualTo("hello");
            assertThat(phrase(started, "two")).isEqualTo("hoho");
            assertThat(started.instances(ExtensionKind.STRATEGY))
                    .containsExactly(active("one"), active("two"));
            assertThat(started.problems()).isEmpty();
        }
    }

    @Test
    void problemsOfAllInstancesAreToldAtOnceAndTheRestWorks() {
        engine.set("berth.strategy", "one,two,three,Four,good")
                .set("berth.strategy.one.use", "greet")
                .set("berth.strategy.one.greting", "x")
                .set("berth.strategy.two.use", "gret")
                .set("berth.strategy.three.use", "greet")
                .set("berth.strategy.three.times", "4")
                .set("berth.strategy.good.use", "greet")
                .set("berth.strategy.good.times", "1");

        try (Engine started = engine.start()) {
            assertThat(phrase(started, "good")).isEqualTo("hello");
            assertThat(started.strategy("one")).isEmpty();
            assertThat(started.problems())
                    .containsExactly(
                            "berth.strategy.one.times is not set",
                            "berth.strategy.one.greting is not known; did you mean 'greeting'?",
                            "berth.strategy.two.use is 'gret', which no plugin adds: known are 'greet'; did you mean 'greet'?; name one of them, or copy a plugin that adds it into one of "
                                    + List.of(home.resolve("missing"), engine.plugins()),
                            "berth.strategy.three: times must be at most 3",
                            "berth.strategy names 'Four', and a name has lower-case letters, digits, dashes");
        }
    }

    @Test
    void aFailedInstanceSaysWhy() {
        engine.set("berth.strategy", "one");

        try (Engine started = engine.start()) {
            assertThat(started.instances(ExtensionKind.STRATEGY))
                    .singleElement()
                    .satisfies(
                            info -> {
                                assertThat(info.name()).isEqualTo("one");
                                assertThat(info.state()).isInstanceOf(Failed.class);
                                assertThat(info.state().toString())
                                        .contains(
                                                "cannot make 'strategy/one': berth.strategy.one.use is not set: known are 'greet'");
                            });
        }
    }

    @Test
    void extensionsAreDescribed() {
        try (Engine started = engine.start()) {
            assertThat(started.extensions())
                    .containsExactly(
                            new ExtensionInfo(
                                    ExtensionKind.STRATEGY,
                                    "greet",
                                    "org.greet",
                                    "",
                                    List.of(
                                            new ConfigKey(
                                                    "greeting",
                                                    "string",
                                                    Optional.of("hello"),
                                                    false,
                                                    "what is said"),
                                            new ConfigKey(
                                                    "times", "int", Optional.empty(), true, ""))));
        }
    }

    private static InstanceInfo active(String name) {
        return new InstanceInfo(ExtensionKind.STRATEGY, name, "greet", "org.greet", new Active());
    }
}
