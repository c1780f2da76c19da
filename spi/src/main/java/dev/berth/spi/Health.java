package dev.berth.spi;

/** How to see that an instance is ready. */
public sealed interface Health {

    /** Ready when the instance's port accepts a connection. */
    record Tcp() implements Health {}

    /** Ready when {@code GET path} on the instance's port answers 200 to 399. */
    record Http(String path) implements Health {}
}
