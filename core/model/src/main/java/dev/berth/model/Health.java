package dev.berth.model;

/** How to see that an instance is ready. */
public sealed interface Health {

    /** Ready when its port accepts a connection. */
    record Tcp() implements Health {}

    /** Ready when {@code GET path} answers 200 to 399. */
    record Http(String path) implements Health {}
}
