package dev.berth.engine;

import dev.berth.engine.plugin.ExtensionKind;

/**
 * Describes a configured instance.
 *
 * @param kind its kind
 * @param name the operator's name for it
 * @param extension the extension that it is one of; empty where the operator names none
 * @param plugin the module that adds the extension; empty where none does
 * @param state whether it can be used
 */
public record InstanceInfo(
        ExtensionKind kind, String name, String extension, String plugin, InstanceState state) {}
