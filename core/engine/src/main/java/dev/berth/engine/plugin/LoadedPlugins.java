package dev.berth.engine.plugin;

import java.util.List;

/**
 * What came of loading.
 *
 * @param plugins those in use
 * @param refused those that are not
 */
public record LoadedPlugins(List<LoadedPlugin> plugins, List<RefusedPlugin> refused) {

    public LoadedPlugins {
        plugins = List.copyOf(plugins);
        refused = List.copyOf(refused);
    }

    /** Returns the extensions of all plugins in use. */
    public List<LoadedExtension<?>> extensions() {
        return plugins.stream()
                .<LoadedExtension<?>>flatMap(plugin -> plugin.extensions().stream())
                .toList();
    }
}
