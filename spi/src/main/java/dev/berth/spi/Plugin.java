package dev.berth.spi;

import java.util.List;

/**
 * Describes what a module adds to Berth. A plugin's module provides exactly one, found by {@link
 * java.util.ServiceLoader}.
 */
public interface Plugin {

    /** Returns the extensions of this plugin. Does no I/O; called once, on any thread. */
    List<Extension<?>> extensions();
}
