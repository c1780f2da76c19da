package dev.berth.engine.plugin;

import static java.util.stream.Collectors.joining;

import dev.berth.spi.Plugin;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides which jars of a plugin become modules, and whether they fit together and to the host. */
final class PluginResolver {

    private final SpiBridge bridge;
    private final List<PluginJar> jars;
    private final Map<String, ModuleReference> modules = new HashMap<>();

    PluginResolver(SpiBridge bridge, List<PluginJar> jars) {
        this.bridge = bridge;
        this.jars = jars;
        jars.stream().flatMap(jar -> jar.module().stream()).forEach(this::add);
    }

    private void add(ModuleReference module) {
        String name = module.descriptor().name();
        // a plugin's own copy of the SPI is never loaded: the host's is the one that counts
        if (!name.equals(SpiBridge.MODULE) && modules.putIfAbsent(name, module) != null) {
            throw new PluginRefusal("two of its jars hold module '%s'; remove one".formatted(name));
        }
    }

    ResolvedPlugin resolve(Path directory, Path copy) {
        ModuleDescriptor main = main();
        new RequiresCheck(modules, libraryNames(), bridge.layer()).check(main);
        addNamesOfLibraries();
        Configuration configuration = configuration(main.name());
        return new ResolvedPlugin(
                directory, copy, main, configuration, libraries(configuration), bridge);
    }

    /** Finds the module that provides the plugin. */
    private ModuleDescriptor main() {
        List<ModuleDescriptor> found =
                modules.values().stream()
                        .map(ModuleReference::descriptor)
                        .filter(descriptor -> !providers(descriptor).isEmpty())
                        .toList();
        List<String> providers =
                found.stream().flatMap(module -> providers(module).stream()).sorted().toList();
        return switch (providers.size()) {
            case 0 ->
                    throw new PluginRefusal(
                            "no module in it provides a plugin; say 'provides %s with …' in its module-info"
                                    .formatted(Plugin.class.getName()));
            case 1 -> found.getFirst();
            default ->
                    throw new PluginRefusal(
                            "it provides more than one plugin (%s); give each a directory of its own"
                                    .formatted(
                                            providers.stream()
                                                    .map("'%s'"::formatted)
                                                    .collect(joining(", "))));
        };
    }

    private static List<String> providers(ModuleDescriptor module) {
        return module.provides().stream()
                .filter(provides -> provides.service().equals(Plugin.class.getName()))
                .flatMap(provides -> provides.providers().stream())
                .toList();
    }

    private Set<String> libraryNames() {
        return Set.copyOf(
                jars.stream().map(PluginJar::automaticName).flatMap(Optional::stream).toList());
    }

    /**
     * A descriptor may require a library without one: its name resolves, its classes are beside.
     */
    private void addNamesOfLibraries() {
        for (String name : libraryNames()) {
            modules.putIfAbsent(
                    name, FixedModules.nameOnly(ModuleDescriptor.newModule(name).build()));
        }
    }

    private Configuration configuration(String main) {
        try {
            return bridge.layer()
                    .configuration()
                    .resolveAndBind(ModuleFinder.of(), new FixedModules(modules), Set.of(main));
        } catch (FindException | ResolutionException unfit) {
            throw new PluginRefusal(
                    "its modules do not fit together (%s); correct what it brings"
                            .formatted(unfit.getMessage()),
                    unfit);
        }
    }

    /** What did not become a module is for the class path. */
    private List<Path> libraries(Configuration configuration) {
        return jars.stream()
                .filter(
                        jar ->
                                jar.module()
                                        .filter(module -> resolved(configuration, module))
                                        .isEmpty())
                .map(PluginJar::file)
                .toList();
    }

    private static boolean resolved(Configuration configuration, ModuleReference module) {
        String name = module.descriptor().name();
        return name.equals(SpiBridge.MODULE)
                || configuration.modules().stream().anyMatch(found -> found.name().equals(name));
    }
}
