package dev.berth.inner;

import dev.berth.engine.JarBuilder;
import dev.berth.spi.PluginException;
import dev.berth.spi.SourceDigest;
import dev.berth.spi.Sources;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * A plugin on disk whose instances are objects of the test, by their names. They come to it with
 * the sources that an engine lends to every instance.
 */
record ScriptedPlugin(Map<String, Object> instances) implements Sources, Function<String, Object> {

    private static final String MODULE =
            """
            module org.scripted {
                requires dev.berth.spi;
                exports org.scripted to dev.berth.spi;
                provides dev.berth.spi.Plugin with org.scripted.Scripted;
            }
            """;

    private static final String SOURCE =
            """
            package org.scripted;
            import dev.berth.spi.*;
            import java.util.List;
            import java.util.function.Function;
            public final class Scripted implements Plugin {
                public record Config() {}
                @Override public List<Extension<?>> extensions() {
                    ConfigType<Config> none = ConfigType.of(Config.class);
                    return List.of(
                            new Extension.Runtimes<>("scripted", none,
                                    (config, context) -> (WorkerRuntime) instance(context)),
                            new Extension.Routers<>("scripted", none,
                                    (config, context) -> (Router) instance(context)),
                            new Extension.Strategies<>("scripted", none,
                                    (config, context) -> (DeployStrategy) instance(context)));
                }
                @SuppressWarnings("unchecked")
                private static Object instance(PluginContext context) {
                    return ((Function<String, Object>) context.sources()).apply(context.instance());
                }
            }
            """;

    /** Writes it into the directory {@code plugins} that an engine loads from. */
    static void write(Path plugins) {
        new JarBuilder()
                .source("module-info", MODULE)
                .source("org/scripted/Scripted", SOURCE)
                .options("-p", JarBuilder.spi().toString())
                .write(plugins.resolve("scripted").resolve("plugin.jar"));
    }

    @Override
    public Object apply(String instance) {
        return instances.get(instance);
    }

    @Override
    public InputStream open(SourceDigest digest) {
        throw new PluginException(PluginException.Kind.INVALID, "there is no source " + digest);
    }
}
