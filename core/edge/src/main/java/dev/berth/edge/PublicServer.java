package dev.berth.edge;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves the public on one event loop. */
final class PublicServer extends VerticleBase {

    private static final int SWEEP_MILLIS = 500;
    // below the 5 seconds after which common servers close, so that they seldom close under a
    // request
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final EdgeSettings settings;
    private final TableInForce table;
    private final PublicConnections connections;
    private final Exchanges exchanges = new Exchanges();
    private HttpClient client;
    private HttpServer server;

    PublicServer(EdgeSettings settings, TableInForce table, AtomicInteger open) {
        this.settings = settings;
        this.table = table;
        this.connections = new PublicConnections(settings, serverOptions(), open);
    }

    @Override
    public Future<?> start() {
        client =
                vertx.httpClientBuilder()
                        .with(clientOptions())
                        .with(new PoolOptions().setHttp1MaxSize(4096))
                        .build();
        server =
                vertx.createHttpServer(serverOptions())
                        .connectionHandler(connections::accept)
                        .invalidRequestHandler(
                                request -> Refusal.undecodable(request).send(request))
                        .requestHandler(this::handle);
        vertx.setPeriodic(SWEEP_MILLIS, _ -> sweep());
        // a negative port is any that is free, the same for all event loops
        return server.listen(settings.port() == 0 ? -1 : settings.port(), settings.listen());
    }

    int port() {
        return server.actualPort();
    }

    Future<Void> shutdown(long timeout, TimeUnit unit) {
        return server.shutdown(timeout, unit);
    }

    private void handle(HttpServerRequest request) {
        RequestTarget target = RequestTarget.of(request);
        HostRoute route = table.routing().route(target.host());
        if (Heads.ambiguousLength(request)) {
            Refusal.AMBIGUOUS.send(request);
        } else if (route.ready()) {
            Exchange.start(
                    request, target, route.choose(ThreadLocalRandom.current()), client, exchanges);
        } else {
            Refusal.of(target, route == HostRoute.UNKNOWN).send(request);
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        connections.closeLate(now);
        exchanges.giveUpLate(now, settings.answerTimeout().toNanos());
    }

    private HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setHandle100ContinueAutomatically(true)
                // a connection that may turn into HTTP/2 has no decoder of ours for its first head
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) settings.idleTimeout().toMillis())
                .setMaxInitialLineLength(settings.maxHeaderBytes())
                .setMaxHeaderSize(settings.maxHeaderBytes())
                // what is inside a WebSocket is none of the edge's business
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setAcceptBacklog(1024);
    }

    private HttpClientOptions clientOptions() {
        return new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(64 * 1024)
                .setMaxInitialLineLength(16 * 1024);
    }
}
