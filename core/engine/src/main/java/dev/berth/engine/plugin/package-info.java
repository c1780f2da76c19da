/**
 * Loads plugins, each in a module layer of its own: discovered, resolved, active, draining,
 * unloaded; or refused, with a reason.
 */
package dev.berth.engine.plugin;
