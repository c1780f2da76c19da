package dev.berth.engine.plugin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that a plugin requires only the JDK, this SPI, and what it brings itself. */
final class RequiresCheck {

    private static final Logger LOG = System.getLogger(RequiresCheck.class.getName());

    private final Map<String, ModuleReference> modules;
    private final Set<String> libraries;
    private final ModuleLayer host;
    private final Set<String> seen = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    RequiresCheck(Map<String, ModuleReference> modules, Set<String> libraries, ModuleLayer host) {
        this.modules = modules;
        this.libraries = libraries;
        this.host = host;
    }

    void check(ModuleDescriptor main) {
        visit(main);
        if (!problems.isEmpty()) {
            throw new PluginRefusal(String.join("; ", problems));
        }
    }

    private void visit(ModuleDescriptor module) {
        if (seen.add(module.name())) {
            module.requires().stream()
                    .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                    .sorted()
                    .forEach(requires -> visit(module, requires));
        }
    }

    private void visit(ModuleDescriptor module, Requires requires) {
        String name = requires.name();
        if (name.equals(SpiBridge.MODULE)) {
            checkMajor(module, requires);
        } else if (name.startsWith("java.") || name.startsWith("jdk.")) {
            checkJdk(module, name);
        } else if (modules.containsKey(name)) {
            visit(modules.get(name).descriptor());
        } else if (!libraries.contains(name)) {
            problems.add(
                    "module '%s' requires '%s', which it must bring itself: copy its jar into the directory"
                            .formatted(module.name(), name));
        }
    }

    private void checkJdk(ModuleDescriptor module, String name) {
        if (host.findModule(name).isEmpty()) {
            problems.add(
                    "module '%s' requires '%s', which the JDK that runs Berth does not have: run Berth with a full JDK"
                            .formatted(module.name(), name));
        }
    }

    private void checkMajor(ModuleDescriptor module, Requires requires) {
        Optional<String> version = requires.rawCompiledVersion();
        if (version.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "A plugin does not say which SPI it was compiled against; loading it: module={0}",
                    module.name());
        } else if (!version.get().matches(SpiBridge.MAJOR + "([^0-9].*)?")) {
            problems.add(
                    "module '%s' was built for version %s of %s, and this Berth has version %d: build it against that"
                            .formatted(
                                    module.name(),
                                    version.get(),
                                    SpiBridge.MODULE,
                                    SpiBridge.MAJOR));
        }
    }
}
