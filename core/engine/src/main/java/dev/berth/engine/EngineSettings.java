package dev.berth.engine;

import dev.berth.engine.config.ConfigValues;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Sources;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an engine needs.
 *
 * @param pluginDirectories each holds one directory per plugin; one that is missing is passed over
 * @param privateDirectory where the engine copies the jars to; no other engine's
 * @param stateDirectory instances keep their files in its {@code plugins/<kind>/<instance>}
 * @param config the operator's keys
 * @param sources lent to every instance
 * @param clock lent to every instance
 * @param changed is told of releases that a runtime wants to be looked at; may be slow, may fail
 */
public record EngineSettings(
        List<Path> pluginDirectories,
        Path privateDirectory,
        Path stateDirectory,
        ConfigValues config,
        Sources sources,
        InstantSource clock,
        Consumer<ReleaseId> changed) {

    public EngineSettings {
        pluginDirectories = List.copyOf(pluginDirectories);
    }
}
