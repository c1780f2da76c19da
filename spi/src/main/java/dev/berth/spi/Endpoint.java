package dev.berth.spi;

import java.net.URI;
import java.util.Map;

/**
 * Where one instance answers.
 *
 * @param uri scheme, host and port
 * @param headers what a router adds to each request, such as a host name that the runtime routes by
 */
public record Endpoint(URI uri, Map<String, String> headers) {

    public Endpoint {
        headers = Map.copyOf(headers);
    }

    /** Returns the endpoint at {@code uri} that needs no headers. */
    public static Endpoint of(URI uri) {
        return new Endpoint(uri, Map.of());
    }
}
