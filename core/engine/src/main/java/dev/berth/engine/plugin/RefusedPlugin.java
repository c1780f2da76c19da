package dev.berth.engine.plugin;

import java.nio.file.Path;

/**
 * A plugin that was not loaded.
 *
 * @param directory its directory
 * @param message why, and what to do
 */
public record RefusedPlugin(Path directory, String message) {}
