package dev.berth.engine.plugin;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * One jar of a plugin.
 *
 * @param file the private copy
 * @param module what it is as a module; empty for a library without a descriptor
 */
record PluginJar(Path file, Optional<ModuleReference> module) {

    /** Reads what kind of jar {@code file} is. */
    static PluginJar read(Path file) {
        try (JarFile jar =
                new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            boolean explicit = jar.getJarEntry("module-info.class") != null;
            return new PluginJar(file, explicit ? Optional.of(find(file)) : Optional.empty());
        } catch (IOException unreadable) {
            throw new PluginRefusal(
                    "'%s' is no readable jar (%s); copy it again"
                            .formatted(file.getFileName(), unreadable.getMessage()),
                    unreadable);
        } catch (FindException malformed) {
            throw new PluginRefusal(
                    "the module descriptor of '%s' cannot be read (%s); build it with --release %d or lower"
                            .formatted(
                                    file.getFileName(),
                                    reason(malformed),
                                    Runtime.version().feature()),
                    malformed);
        }
    }

    /** Returns the name by which a descriptor may require this library, where it has one. */
    Optional<String> automaticName() {
        try {
            return module.isPresent()
                    ? Optional.empty()
                    : Optional.of(find(file))
                            .map(ModuleReference::descriptor)
                            .map(ModuleDescriptor::name);
        } catch (FindException nameless) {
            return Optional.empty();
        }
    }

    private static ModuleReference find(Path file) {
        return ModuleFinder.of(file).findAll().iterator().next();
    }

    private static String reason(FindException malformed) {
        Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
        return cause.getMessage();
    }
}
