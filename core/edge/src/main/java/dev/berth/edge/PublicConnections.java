package dev.berth.edge;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The public's connections on one event loop: not too many over all loops, and none that dawdles
 * over a head.
 */
final class PublicConnections {

    private final EdgeSettings settings;
    private final HttpServerOptions options;
    private final AtomicInteger open;
    private final Map<HttpConnection, StrictRequestDecoder> decoders = new HashMap<>();

    PublicConnections(EdgeSettings settings, HttpServerOptions options, AtomicInteger open) {
        this.settings = settings;
        this.options = options;
        this.open = open;
    }

    void accept(HttpConnection connection) {
        connection.closeHandler(
                _ -> {
                    open.decrementAndGet();
                    decoders.remove(connection);
                });
        if (open.incrementAndGet() > settings.maxConnections()) {
            connection.close();
        } else {
            StrictRequestDecoder decoder = new StrictRequestDecoder(options);
            ChannelPipeline pipeline = ((Http1xServerConnection) connection).channel().pipeline();
            pipeline.replace("httpDecoder", "httpDecoder", decoder);
            decoders.put(connection, decoder);
        }
    }

    void closeLate(long now) {
        long timeout = settings.headTimeout().toNanos();
        decoders.entrySet().stream()
                .filter(entry -> entry.getValue().headIsLate(now, timeout))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(HttpConnection::close);
    }
}
