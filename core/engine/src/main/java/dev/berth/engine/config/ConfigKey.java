package dev.berth.engine.config;

import java.util.Optional;

/**
 * Describes one key of an extension's configuration.
 *
 * @param name the key in kebab case, without the instance's prefix
 * @param type its type for an operator: {@code string}, {@code duration}, {@code list of uri}
 * @param defaultValue what holds where it is not set; empty for one that is required or optional
 * @param required whether it must be set
 * @param help what it means; empty where the plugin does not say
 */
public record ConfigKey(
        String name, String type, Optional<String> defaultValue, boolean required, String help) {}
