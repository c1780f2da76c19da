package dev.berth.engine.plugin;

import java.nio.file.Path;

/** A plugin at one point of its life. */
sealed interface PluginStage permits DiscoveredPlugin, ResolvedPlugin, LoadedPlugin {

    /** Returns the operator's directory of the plugin. */
    Path directory();

    PluginState state();
}
