package dev.berth.model;

/**
 * An instance of an extension that an operator configured, as Inner published it.
 *
 * @param kind {@code runtime}, {@code router} or {@code strategy}
 * @param name the operator's name for it
 * @param extension what it is an instance of
 * @param plugin the module that brings it
 * @param bundled whether that module is part of this Berth, whose build runs the conformance tests
 * @param active whether it works
 * @param message why not; empty where it works
 */
public record ConfiguredExtension(
        String kind,
        String name,
        String extension,
        String plugin,
        boolean bundled,
        boolean active,
        String message) {}
