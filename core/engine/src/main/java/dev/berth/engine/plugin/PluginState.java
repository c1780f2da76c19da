package dev.berth.engine.plugin;

/** The life of a plugin, in this order. */
public enum PluginState {
    /** A directory of jars was found. */
    DISCOVERED,
    /** Its jars were copied and checked; none of its code was loaded. */
    RESOLVED,
    /** Its extensions may be used. */
    ACTIVE,
    /** Its instances are being closed; nothing new begins. */
    DRAINING,
    /** Nothing of it is left but what a call that still runs holds. */
    UNLOADED
}
