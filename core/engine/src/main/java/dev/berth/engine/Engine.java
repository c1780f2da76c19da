package dev.berth.engine;

import dev.berth.engine.plugin.ExtensionKind;
import dev.berth.engine.plugin.LoadedExtension;
import dev.berth.engine.plugin.LoadedPlugin;
import dev.berth.engine.plugin.LoadedPlugins;
import dev.berth.engine.plugin.PluginLoader;
import dev.berth.engine.plugin.RefusedPlugin;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Router;
import dev.berth.spi.WorkerRuntime;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The plugins in use and the instances that an operator configured. Safe for several threads. */
public final class Engine implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Engine.class.getName());

    private final LoadedPlugins plugins;
    private final List<InstanceEntry> entries;
    private final List<String> problems;
    private final Changes changes;

    private Engine(
            LoadedPlugins plugins,
            List<InstanceEntry> entries,
            List<String> problems,
            Changes changes) {
        this.plugins = plugins;
        this.entries = entries;
        this.problems = problems;
        this.changes = changes;
    }

    /** Loads what can be loaded and makes what can be made; the rest is told, and does no harm. */
    public static Engine start(EngineSettings settings) {
        LoadedPlugins plugins =
                PluginLoader.load(
                        settings.pluginDirectories(),
                        settings.privateDirectory().resolve("loaded"));
        Changes changes = new Changes(settings.changed());
        InstanceBuilder builder = new InstanceBuilder(settings, plugins, changes);
        List<InstanceEntry> entries =
                Arrays.stream(ExtensionKind.values())
                        .flatMap(kind -> builder.build(kind).stream())
                        .toList();
        logProblems(settings, builder.problems());
        return new Engine(plugins, entries, builder.problems(), changes);
    }

    private static void logProblems(EngineSettings settings, List<String> problems) {
        if (!problems.isEmpty()) {
            LOG.log(
                    Level.ERROR,
                    "Refused the configuration of instances: problems={0}",
                    String.join("; ", problems));
        }
        Arrays.stream(ExtensionKind.values())
                .flatMap(kind -> new InstanceNames(kind, settings.config()).strays().stream())
                .forEach(
                        stray ->
                                LOG.log(Level.WARNING, "Ignored configuration: reason={0}", stray));
    }

    /** Returns the configured instances of {@code kind} in the operator's order. */
    public List<InstanceInfo> instances(ExtensionKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(InstanceEntry::info)
                .toList();
    }

    /** Returns the extensions that operators may configure. */
    public List<ExtensionInfo> extensions() {
        return plugins.plugins().stream()
                .flatMap(plugin -> plugin.extensions().stream().map(one -> info(plugin, one)))
                .toList();
    }

    /** Returns the directory that the loaded plugin {@code name} came from. */
    public Optional<Path> directory(String name) {
        return plugins.plugins().stream()
                .filter(plugin -> plugin.name().equals(name))
                .map(LoadedPlugin::directory)
                .findFirst();
    }

    /** Returns the plugins that were not loaded. */
    public List<RefusedPlugin> refused() {
        return plugins.refused();
    }

    /** Returns all that is wrong with the configuration of instances. */
    public List<String> problems() {
        return problems;
    }

    /** Returns runtime {@code name}, where it is configured and can be used now. */
    public Optional<WorkerRuntime> runtime(String name) {
        return object(ExtensionKind.RUNTIME, name, WorkerRuntime.class);
    }

    /** Returns router {@code name}, where it is configured and can be used now. */
    public Optional<Router> router(String name) {
        return object(ExtensionKind.ROUTER, name, Router.class);
    }

    /** Returns strategy {@code name}, where it is configured and can be used now. */
    public Optional<DeployStrategy> strategy(String name) {
        return object(ExtensionKind.STRATEGY, name, DeployStrategy.class);
    }

    /** Closes the instances, unloads the plugins and removes their copies. Idempotent. */
    @Override
    public void close() {
        changes.close();
        plugins.plugins().forEach(LoadedPlugin::drain);
        entries.forEach(entry -> entry.instance().close());
        plugins.plugins().forEach(Engine::unload);
    }

    private static void unload(LoadedPlugin plugin) {
        try {
            plugin.close();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Unloading a plugin failed: module=" + plugin.name(), failed);
        }
    }

    private <T> Optional<T> object(ExtensionKind kind, String name, Class<T> type) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && entry.name().equals(name))
                .findFirst()
                .flatMap(entry -> entry.instance().object())
                .map(type::cast);
    }

    private static ExtensionInfo info(LoadedPlugin plugin, LoadedExtension<?> extension) {
        return new ExtensionInfo(
                extension.kind(),
                extension.name(),
                plugin.name(),
                plugin.version(),
                extension.config().keys());
    }
}
