package dev.berth.rest.outer;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;

/** Reads headers that decide something: a second one is no choice that a client may leave to us. */
public final class SingleHeader {

    private SingleHeader() {}

    /** Returns whether there is any of that name. */
    public static boolean present(ContainerRequestContext context, String name) {
        return !values(context, name).isEmpty();
    }

    /** Returns the one of that name; empty where there is none, or more than one. */
    public static Optional<String> of(ContainerRequestContext context, String name) {
        List<String> values = values(context, name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static List<String> values(ContainerRequestContext context, String name) {
        return context.getHeaders().getOrDefault(name, List.of());
    }
}
