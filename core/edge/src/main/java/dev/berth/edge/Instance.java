package dev.berth.edge;

import dev.berth.spi.Endpoint;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One endpoint, with what is in flight to it. */
final class Instance {

    private final Endpoint endpoint;
    private final RequestOptions options;
    private final AtomicInteger inFlight = new AtomicInteger();

    Instance(Endpoint endpoint) {
        URI uri = endpoint.uri();
        this.endpoint = endpoint;
        this.options = new RequestOptions().setHost(host(uri)).setPort(port(uri));
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI uri) {
        return uri.getPort() == -1 ? 80 : uri.getPort();
    }

    RequestOptions options() {
        return options;
    }

    Map<String, String> headers() {
        return endpoint.headers();
    }

    int inFlight() {
        return inFlight.get();
    }

    void began() {
        inFlight.incrementAndGet();
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    @Override
    public String toString() {
        return endpoint.uri().toString();
    }
}
