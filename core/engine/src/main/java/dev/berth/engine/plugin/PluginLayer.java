package dev.berth.engine.plugin;

import dev.berth.engine.config.ConfigRecord;
import java.util.function.Supplier;

/** The modules and libraries of one plugin, loaded. */
final class PluginLayer {

    private final ModuleLayer.Controller controller;
    private final LibraryLoader libraries;
    private final String main;

    PluginLayer(ModuleLayer.Controller controller, LibraryLoader libraries, String main) {
        this.controller = controller;
        this.libraries = libraries;
        this.main = main;
    }

    ModuleLayer modules() {
        return controller.layer();
    }

    ClassLoader loader() {
        return modules().findLoader(main);
    }

    /** Makes {@code call} with the plugin's loader as the thread's context class loader. */
    <T> T call(Supplier<T> call) {
        return ContextLoader.call(loader(), call::get);
    }

    /** Lets the engine construct the record {@code type}, which its module need not open. */
    void open(Class<? extends Record> type) {
        Module module = type.getModule();
        if (module.isNamed() && module.getLayer() == modules()) {
            controller.addOpens(module, type.getPackageName(), ConfigRecord.class.getModule());
        }
    }

    void close() {
        libraries.close();
    }
}
