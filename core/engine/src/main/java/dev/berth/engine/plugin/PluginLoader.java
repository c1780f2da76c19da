package dev.berth.engine.plugin;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads the plugins of several directories, one directory per plugin, in order of their names. */
public final class PluginLoader {

    private static final Logger LOG = System.getLogger(PluginLoader.class.getName());

    private final Path copies;
    private final SpiBridge bridge = new SpiBridge();
    private final List<LoadedPlugin> loaded = new ArrayList<>();
    private final List<RefusedPlugin> refused = new ArrayList<>();

    private PluginLoader(Path copies) {
        this.copies = copies;
    }

    /**
     * Loads what can be loaded of {@code directories}; one that does not exist is passed over.
     *
     * @param copies where the jars are copied to; nobody else's, and emptied
     */
    public static LoadedPlugins load(List<Path> directories, Path copies) {
        PluginLoader loader = new PluginLoader(copies);
        PrivateFiles.delete(copies);
        PrivateFiles.create(copies);
        directories.forEach(loader::loadAll);
        return new LoadedPlugins(loader.loaded, loader.refused);
    }

    private void loadAll(Path directory) {
        try {
            PrivateFiles.list(directory).stream().filter(Files::isDirectory).forEach(this::load);
        } catch (IOException failed) {
            refuse(directory, "the directory cannot be read (%s)".formatted(failed));
        }
    }

    private void load(Path directory) {
        Path copy =
                copies.resolve(
                        "%d-%s".formatted(loaded.size() + refused.size(), directory.getFileName()));
        try {
            LoadedPlugin plugin = loadCopy(directory, PrivateFiles.create(copy));
            loaded.add(plugin);
            LOG.log(
                    Level.INFO,
                    "Loaded a plugin: module={0} version={1} directory={2}",
                    plugin.name(),
                    plugin.version(),
                    directory);
        } catch (PluginRefusal refusal) {
            PrivateFiles.delete(copy);
            refuse(directory, refusal.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.log(Level.ERROR, "Loading a plugin failed: directory=" + directory, unforeseen);
            refuse(directory, "%s; see the log for more".formatted(unforeseen.getMessage()));
        }
    }

    private LoadedPlugin loadCopy(Path directory, Path copy) {
        ResolvedPlugin resolved = new DiscoveredPlugin(directory).resolve(copy, bridge);
        refuseKnownModule(resolved);
        LoadedPlugin plugin = resolved.activate();
        try {
            plugin.extensions().forEach(this::refuseKnownExtension);
            return plugin;
        } catch (PluginRefusal refusal) {
            plugin.close();
            throw refusal;
        }
    }

    private void refuseKnownModule(ResolvedPlugin resolved) {
        for (LoadedPlugin other : loaded) {
            if (other.name().equals(resolved.main().name())) {
                throw new PluginRefusal(
                        "module '%s' is loaded from '%s' already; remove one of the two"
                                .formatted(other.name(), other.directory()));
            }
        }
    }

    private void refuseKnownExtension(LoadedExtension<?> extension) {
        for (LoadedPlugin other : loaded) {
            if (other.extensions().stream().anyMatch(known -> same(known, extension))) {
                throw new PluginRefusal(
                        "module '%s' adds %s '%s', which '%s' in '%s' adds already; remove one of the two"
                                .formatted(
                                        extension.plugin(),
                                        extension.kind().key(),
                                        extension.name(),
                                        other.name(),
                                        other.directory()));
            }
        }
    }

    private static boolean same(LoadedExtension<?> one, LoadedExtension<?> other) {
        return one.kind() == other.kind() && one.name().equals(other.name());
    }

    private void refuse(Path directory, String reason) {
        String message = "cannot load the plugin in '%s': %s".formatted(directory, reason);
        LOG.log(Level.ERROR, "Refused a plugin: reason={0}", message);
        refused.add(new RefusedPlugin(directory, message));
    }
}
