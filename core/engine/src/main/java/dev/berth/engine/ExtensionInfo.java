package dev.berth.engine;

import dev.berth.engine.config.ConfigKey;
import dev.berth.engine.plugin.ExtensionKind;
import java.util.List;

/**
 * Describes an extension that operators may configure.
 *
 * @param kind its kind
 * @param name its name, for {@code use}
 * @param plugin the module that adds it
 * @param version the version of that module; empty where it has none
 * @param config the keys of an instance
 */
public record ExtensionInfo(
        ExtensionKind kind, String name, String plugin, String version, List<ConfigKey> config) {

    public ExtensionInfo {
        config = List.copyOf(config);
    }
}
