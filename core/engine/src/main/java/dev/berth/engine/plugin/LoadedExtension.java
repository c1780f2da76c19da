package dev.berth.engine.plugin;

import dev.berth.engine.config.ConfigRecord;
import dev.berth.spi.Extension;

/**
 * An extension that may be used.
 *
 * @param plugin the name of the plugin's module
 * @param extension what the plugin says of it
 * @param config its configuration, read and found sound
 * @param loader the context class loader for every call into it
 * @param <C> the configuration record
 */
public record LoadedExtension<C extends Record>(
        String plugin, Extension<C> extension, ConfigRecord<C> config, ClassLoader loader) {

    /** Returns its kind. */
    public ExtensionKind kind() {
        return ExtensionKind.of(extension);
    }

    /** Returns its name. */
    public String name() {
        return extension.name();
    }
}
