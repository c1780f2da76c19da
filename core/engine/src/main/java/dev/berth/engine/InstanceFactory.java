package dev.berth.engine;

import dev.berth.engine.plugin.ContextLoader;
import dev.berth.engine.plugin.LoadedExtension;
import dev.berth.engine.plugin.PrivateFiles;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Extension;
import dev.berth.spi.PluginContext;
import dev.berth.spi.Router;
import dev.berth.spi.WorkerRuntime;
import java.nio.file.Path;
import java.util.Objects;

/** Makes objects of plugins and puts them behind a gate. */
final class InstanceFactory {

    private final EngineSettings settings;
    private final Changes changes;

    InstanceFactory(EngineSettings settings, Changes changes) {
        this.settings = settings;
        this.changes = changes;
    }

    /** Asks the plugin for instance {@code name} of {@code extension}. */
    <C extends Record> Object make(LoadedExtension<C> extension, String name, C config) {
        String path = extension.kind().key() + "/" + name;
        PluginContext context = context(path, name);
        return ContextLoader.call(
                extension.loader(), () -> gated(extension, path, config, context));
    }

    private static <C extends Record> Object gated(
            LoadedExtension<C> loaded, String path, C config, PluginContext context) {
        ClassLoader loader = loaded.loader();
        return switch (loaded.extension()) {
            case Extension.Runtimes<C> runtimes ->
                    InstanceGate.before(
                            path,
                            WorkerRuntime.class,
                            made(runtimes.factory().create(config, context)),
                            loader);
            case Extension.Routers<C> routers ->
                    InstanceGate.before(
                            path,
                            Router.class,
                            made(routers.factory().create(config, context)),
                            loader);
            case Extension.Strategies<C> strategies ->
                    InstanceGate.before(
                            path,
                            DeployStrategy.class,
                            made(strategies.factory().create(config, context)),
                            loader);
        };
    }

    private static <T> T made(T object) {
        return Objects.requireNonNull(object, "its factory returned null");
    }

    private PluginContext context(String path, String name) {
        Path plugins = PrivateFiles.create(settings.stateDirectory().resolve("plugins"));
        Path directory = PrivateFiles.create(plugins.resolve(path));
        return new InstanceContext(
                name,
                directory,
                settings.clock(),
                System.getLogger("dev.berth.plugin." + path.replace('/', '.')),
                settings.sources(),
                changes);
    }
}
