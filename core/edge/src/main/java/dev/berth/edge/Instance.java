package dev.berth.edge;

import dev.berth.spi.Endpoint;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One endpoint, with what is in flight to it, and whether it takes connections. Any thread. */
final class Instance {

    private final Endpoint endpoint;
    private final RequestOptions pooled;
    private final RequestOptions fresh;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<Ejection> ejection = new AtomicReference<>(Ejection.NONE);

    /**
     * Connections are kept under {@code name}: whoever gets the port later gets none of this
     * instance's.
     */
    Instance(Endpoint endpoint, String name) {
        this.endpoint = endpoint;
        this.pooled = options(endpoint.uri(), name);
        this.fresh = options(endpoint.uri(), "fresh." + name);
    }

    private static RequestOptions options(URI uri, String name) {
        int port = uri.getPort() == -1 ? 80 : uri.getPort();
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, host(uri)))
                .setHost(name)
                .setPort(port);
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Returns how to reach it over a connection that may have been used before. */
    RequestOptions pooled() {
        return pooled;
    }

    /** Returns how to reach it over a new connection, if none of these is kept. */
    RequestOptions fresh() {
        return fresh;
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

    boolean ejected() {
        return ejection.get().times() > 0;
    }

    /** Returns true for one caller each time that it may be tried again. */
    boolean toBeProbed(long now) {
        Ejection current = ejection.get();
        return current.times() > 0
                && current.over(now)
                && ejection.compareAndSet(current, current.probed(now));
    }

    void refused(long now) {
        ejection.updateAndGet(current -> current.refused(now));
    }

    void reached() {
        if (ejected()) {
            ejection.set(Ejection.NONE);
        }
    }

    @Override
    public String toString() {
        return endpoint.uri().toString();
    }
}
