package dev.berth.engine.plugin;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A plugin whose jars fit together; none of its code is loaded.
 *
 * @param directory the operator's directory
 * @param copy the private copy of its jars
 * @param main the descriptor of the module that provides the plugin
 * @param configuration the modules, resolved
 * @param libraries the jars that are for the class path
 * @param bridge the way to the SPI
 */
record ResolvedPlugin(
        Path directory,
        Path copy,
        ModuleDescriptor main,
        Configuration configuration,
        List<Path> libraries,
        SpiBridge bridge)
        implements PluginStage {

    @Override
    public PluginState state() {
        return PluginState.RESOLVED;
    }

    /** Makes the layer and asks the plugin for its extensions. */
    LoadedPlugin activate() {
        LibraryLoader libraryLoader = libraryLoader();
        try {
            PluginLayer layer =
                    new PluginLayer(controller(libraryLoader), libraryLoader, main.name());
            return new LoadedPlugin(this, layer, new PluginExtensions(main.name(), layer).read());
        } catch (LayerInstantiationException unfit) {
            libraryLoader.close();
            throw new PluginRefusal(
                    "its modules do not fit together (%s); correct what it brings"
                            .formatted(unfit.getMessage()),
                    unfit);
        } catch (PluginRefusal refusal) {
            libraryLoader.close();
            throw refusal;
        }
    }

    private ModuleLayer.Controller controller(LibraryLoader libraryLoader) {
        ModuleLayer.Controller controller =
                ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(bridge.layer()), libraryLoader);
        Set<String> packages = new HashSet<>();
        for (Module module : controller.layer().modules()) {
            packages.addAll(module.getPackages());
            controller.addReads(module, bridge.host());
            controller.addReads(module, libraryLoader.getUnnamedModule());
        }
        libraryLoader.attach(controller.layer().findLoader(main.name()), packages);
        return controller;
    }

    private LibraryLoader libraryLoader() {
        try {
            List<URL> urls = new ArrayList<>();
            for (Path library : libraries) {
                urls.add(library.toUri().toURL());
            }
            return new LibraryLoader(main.name(), urls.toArray(URL[]::new), bridge.loader());
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
