package dev.berth.engine;

import dev.berth.spi.PluginContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Sources;
import java.nio.file.Path;
import java.time.InstantSource;

/** What the engine lends to an instance. */
record InstanceContext(
        String instance,
        Path directory,
        InstantSource clock,
        System.Logger logger,
        Sources sources,
        Changes changes)
        implements PluginContext {

    @Override
    public void changed(ReleaseId release) {
        changes.add(release);
    }
}
