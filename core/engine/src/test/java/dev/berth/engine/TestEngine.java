package dev.berth.engine;

import dev.berth.engine.config.ConfigValues;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.Sources;
import dev.berth.spi.Step;
import dev.berth.spi.Traffic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts engines in a directory, and asks strategies for their phrases. */
final class TestEngine {

    static final Sources NO_SOURCES =
            digest -> {
                throw new PluginException(
                        PluginException.Kind.INVALID, "there is no source " + digest);
            };

    private final Path home;
    private final Map<String, String> config = new HashMap<>();
    private InstantSource clock = Clock.systemUTC();
    private Consumer<ReleaseId> changed = _ -> {};

    private TestEngine(Path home) {
        this.home = home;
    }

    static TestEngine in(Path home) {
        return new TestEngine(home);
    }

    /** Configures one instance per name, each of the extension of that name. */
    TestEngine strategies(String... names) {
        config.put("berth.strategy", String.join(",", names));
        for (String name : names) {
            config.put("berth.strategy." + name + ".use", name);
        }
        return this;
    }

    TestEngine set(String key, String value) {
        config.put(key, value);
        return this;
    }

    TestEngine clock(InstantSource source) {
        clock = source;
        return this;
    }

    TestEngine changed(Consumer<ReleaseId> listener) {
        changed = listener;
        return this;
    }

    Engine start() {
        return Engine.start(
                new EngineSettings(
                        List.of(home.resolve("missing"), plugins()),
                        home.resolve("private"),
                        home.resolve("state"),
                        ConfigValues.of(config),
                        NO_SOURCES,
                        clock,
                        changed));
    }

    Path plugins() {
        return home.resolve("plugins");
    }

    Path plugin(String name) {
        return plugins().resolve(name);
    }

    /** Returns the phrase of strategy {@code name} of {@code engine}. */
    static String phrase(Engine engine, String name) {
        Step step = engine.strategy(name).orElseThrow().next(rollout());
        return step instanceof Step.Wait wait ? wait.phrase() : step.toString();
    }

    /** Returns the beginning of a rollout. */
    static Rollout rollout() {
        return new Rollout(
                Instant.EPOCH,
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                candidate(),
                Optional.empty(),
                false,
                false);
    }

    private static Rollout.Member candidate() {
        return new Rollout.Member(
                new ReleaseId("0000abcd", 2),
                1,
                0,
                0,
                0,
                Traffic.NONE,
                Traffic.NONE,
                Optional.empty());
    }
}
