package dev.berth.edge;

import dev.berth.spi.Endpoint;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One endpoint, with what is in flight to it, and whether it takes connections. Any thread. */
final class Instance {

    private final Endpoint endpoint;
    private final HttpConnectOptions address;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<Ejection> ejection = new AtomicReference<>(Ejection.NONE);

    Instance(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.address = address(endpoint.uri());
    }

    private static HttpConnectOptions address(URI uri) {
        int port = uri.getPort() == -1 ? 80 : uri.getPort();
        return new HttpConnectOptions()
                .setServer(SocketAddress.inetSocketAddress(port, host(uri)))
                // for the Host of requests that have none, which are not sent
                .setHost("instance")
                .setPort(80);
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    HttpConnectOptions address() {
        return address;
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
