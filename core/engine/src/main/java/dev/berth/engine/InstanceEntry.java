package dev.berth.engine;

import dev.berth.engine.plugin.ExtensionKind;

/** An instance and where it comes from. */
record InstanceEntry(
        ExtensionKind kind, String name, String extension, String plugin, Instance instance) {

    InstanceInfo info() {
        return new InstanceInfo(kind, name, extension, plugin, instance.state());
    }
}
