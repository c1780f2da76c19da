package dev.berth.engine.plugin;

import dev.berth.spi.Plugin;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.Map;
import java.util.Set;

/**
 * Makes a module of the SPI that lies on the host's class path, so that modules of plugins can
 * require it: a layer whose one module has a name and a loader that only delegates. The classes
 * stay in the host's unnamed module, which plugins must be made to read.
 */
final class SpiBridge {

    static final String MODULE = "dev.berth.spi";

    /** The major version of the SPI; a plugin that was compiled against another is refused. */
    static final int MAJOR = 1;

    private static final String PACKAGE = Plugin.class.getPackageName();

    private final SpiLoader loader = new SpiLoader(Plugin.class.getClassLoader(), PACKAGE);
    private final ModuleLayer layer = layer(loader);

    private static ModuleLayer layer(ClassLoader loader) {
        ModuleDescriptor spi = ModuleDescriptor.newModule(MODULE).exports(PACKAGE).build();
        ModuleFinder finder = new FixedModules(Map.of(MODULE, FixedModules.nameOnly(spi)));
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(finder, ModuleFinder.of(), Set.of(MODULE));
        return boot.defineModules(configuration, _ -> loader);
    }

    ModuleLayer layer() {
        return layer;
    }

    /** Returns the loader that the libraries of a plugin see the SPI through. */
    ClassLoader loader() {
        return loader;
    }

    /** Returns the module that the classes of the SPI are really in. */
    Module host() {
        return Plugin.class.getModule();
    }
}
