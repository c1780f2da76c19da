package dev.berth.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings one request to an instance: to another where a connection is refused, since nothing was
 * sent; and again over a new connection where a kept one had gone, if doing it twice does no harm.
 */
final class Dispatch {

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final RequestTarget target;
    private final Backend backend;
    private final Connections connections;

    private List<Instance> refused = List.of();
    private Instance instance;
    private RequestBody body = RequestBody.NONE;
    private Optional<HttpClientRequest> upstream = Optional.empty();
    private boolean repeated;

    Dispatch(
            Exchange exchange,
            HttpServerRequest request,
            RequestTarget target,
            Backend backend,
            Connections connections) {
        this.exchange = exchange;
        this.request = request;
        this.target = target;
        this.backend = backend;
        this.connections = connections;
    }

    void start(RequestBody announced, long now) {
        body = announced;
        instance = backend.first(now);
        instance.began();
        if (body == RequestBody.UNSETTLED) {
            Vertx.currentContext().runOnContext(_ -> settle());
        } else {
            over(connections.kept(instance));
        }
    }

    private void settle() {
        if (!exchange.decided()) {
            body = Http2Body.settled(request);
            over(connections.kept(instance));
        }
    }

    private void over(Future<Wire> connection) {
        connection.onComplete(this::connected, this::unconnected);
    }

    private void connected(Wire connection) {
        instance.reached();
        if (exchange.decided()) {
            connections.release(connection);
        } else {
            connection.request().onComplete(up -> send(connection, up), this::unconnected);
        }
    }

    /** Nothing was sent: whatever the request is, it may be sent elsewhere. */
    private void unconnected(Throwable failure) {
        if (exchange.decided()) {
            return;
        }
        if (failure instanceof ConnectException) {
            instance.refused(System.nanoTime());
            tryAnother(failure);
        } else if (gone(failure) && !repeated) {
            repeat();
        } else {
            exchange.fail(failure);
        }
    }

    private void tryAnother(Throwable failure) {
        if (refused.isEmpty()) {
            refused = new ArrayList<>();
        }
        refused.add(instance);
        Optional<Instance> other = backend.next(refused, System.nanoTime());
        if (other.isEmpty()) {
            exchange.fail(failure);
            return;
        }
        instance.ended();
        instance = other.get();
        instance.began();
        over(connections.kept(instance));
    }

    private void repeat() {
        repeated = true;
        over(connections.fresh(instance));
    }

    private void send(Wire connection, HttpClientRequest up) {
        boolean kept = connection.use();
        upstream = Optional.of(up);
        up.exceptionHandler(failure -> lost(up, kept, failure));
        up.setMethod(request.method()).setURI(target.uri());
        Heads.copyRequest(request, target, instance, up.headers());
        if (request.version() != HttpVersion.HTTP_1_0) {
            up.earlyHintsHandler(exchange::hint);
        }
        up.response()
                .onComplete(from -> answered(connection, from), failure -> lost(up, kept, failure));
        body.send(request, up, exchange);
    }

    private void answered(Wire connection, HttpClientResponse from) {
        int status = from.statusCode();
        if (status == 101 && body == RequestBody.TUNNEL) {
            connection.leave();
            exchange.switchOver(from);
        } else if (status < 200) {
            exchange.fail(new IllegalStateException("status " + status + " unasked"));
            cancel();
        } else {
            connection.heed(from);
            exchange.answer(from, () -> connections.release(connection));
        }
    }

    private void lost(HttpClientRequest up, boolean kept, Throwable failure) {
        if (exchange.decided() || !upstream.equals(Optional.of(up))) {
            return;
        }
        if (kept && gone(failure) && body.repeatable(request) && !repeated) {
            upstream = Optional.empty();
            repeat();
        } else {
            exchange.fail(failure);
        }
    }

    private static boolean gone(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof IOException;
    }

    /** Whether more of the request is awaited, and not that the instance takes what there is. */
    boolean waitsForClient() {
        return body.unfinished(request) && upstream.map(up -> !up.writeQueueFull()).orElse(false);
    }

    void cancel() {
        upstream.ifPresent(HttpClientRequest::reset);
    }

    /** The answer is over: what is left of the request is read and dropped. */
    void end() {
        instance.ended();
        if (body.unfinished(request)) {
            cancel();
            RequestBody.drop(request);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(instance);
    }
}
