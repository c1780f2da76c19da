package dev.berth.edge;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Serves the public on one event loop. */
final class PublicServer extends VerticleBase {

    private static final int SWEEP_MILLIS = 500;
    private static final int STREAMS_AT_ONCE = 128;

    private final EdgeSettings settings;
    private final TableInForce table;
    private final Exchanges exchanges = new Exchanges();
    private Lane lane;
    private HttpServer server;

    PublicServer(EdgeSettings settings, TableInForce table) {
        this.settings = settings;
        this.table = table;
    }

    @Override
    public Future<?> start() {
        lane = new Lane(new Connections(vertx, settings), exchanges, settings.maxBodyBytes());
        server =
                vertx.createHttpServer(options(settings))
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
        if (Framing.ambiguousLength(request)) {
            Refusal.AMBIGUOUS.send(request);
        } else if (Framing.length(request) > lane.largestBody()) {
            Refusal.TOO_LARGE.send(request);
        } else {
            Optional<Backend> backend = table.enter(target.host(), ThreadLocalRandom.current());
            if (backend.isPresent()) {
                proxy(request, target, backend.get());
            } else {
                boolean unknown = table.routing().route(target.host()) == HostRoute.UNKNOWN;
                Refusal.of(target, unknown).send(request);
            }
        }
    }

    private void proxy(HttpServerRequest request, RequestTarget target, Backend backend) {
        RequestBody body = RequestBody.announced(request);
        if (body != RequestBody.NONE) {
            request.pause();
        }
        Exchange.start(request, target, body, backend, lane);
    }

    private void sweep() {
        long now = System.nanoTime();
        exchanges.giveUpLate(now, settings.answerTimeout().toNanos());
        lane.connections().sweep(now);
    }

    static HttpServerOptions options(EdgeSettings settings) {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(true)
                .setInitialSettings(
                        new Http2Settings()
                                .setMaxConcurrentStreams(STREAMS_AT_ONCE)
                                .setMaxHeaderListSize(settings.maxHeaderBytes()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) settings.idleTimeout().toMillis())
                .setMaxInitialLineLength(settings.maxHeaderBytes())
                .setMaxHeaderSize(settings.maxHeaderBytes())
                // what is inside a WebSocket is none of the edge's business
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                // writes come from the event loop alone, and need no queue between threads
                .setStrictThreadMode(true)
                .setAcceptBacklog(1024);
    }
}
