package dev.berth.edge;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Passes an instance's answer on to the client as it comes, no faster than the client takes it. */
final class Relay {

    private final HttpServerRequest request;
    private final HttpServerResponse to;
    private final HttpClientResponse from;
    private final Exchange exchange;
    private final Runnable received;
    private final String length;
    private boolean whole;

    private Relay(
            HttpServerRequest request,
            HttpClientResponse from,
            Exchange exchange,
            Runnable received) {
        this.request = request;
        this.to = request.response();
        this.from = from;
        this.exchange = exchange;
        this.received = received;
        this.length = from.headers().get(HttpHeaders.CONTENT_LENGTH);
    }

    /** Begins to; tells the exchange how that ended, and before that when all has come. */
    static void start(
            HttpServerRequest request,
            HttpClientResponse from,
            Exchange exchange,
            Runnable received) {
        Relay relay = new Relay(request, from, exchange, received);
        if (!relay.measured()) {
            relay.to.setChunked(request.version() == HttpVersion.HTTP_1_1);
            // a stream of events may begin with silence, and its reader waits for the head
            Vertx.currentContext().runOnContext(_ -> relay.sendHead());
        }
        from.handler(relay::pass);
        from.endHandler(_ -> relay.end());
        from.exceptionHandler(relay::breakOff);
    }

    private boolean measured() {
        return length != null
                || request.method().equals(HttpMethod.HEAD)
                || from.statusCode() == 204
                || from.statusCode() == 304;
    }

    private void sendHead() {
        if (!to.closed() && !to.ended() && !to.headWritten()) {
            to.writeHead();
        }
    }

    private void pass(Buffer bytes) {
        if (!to.headWritten() && length != null && length.equals(String.valueOf(bytes.length()))) {
            // head and body leave in one go
            whole = true;
            to.end(bytes).onComplete(_ -> exchange.end(), exchange::breakOff);
            return;
        }
        to.write(bytes);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(_ -> from.resume());
        }
    }

    private void end() {
        received.run();
        if (!whole) {
            if (!from.trailers().isEmpty()) {
                Heads.copyTrailers(from.trailers(), to.trailers());
            }
            to.end().onComplete(_ -> ended(), exchange::breakOff);
        }
    }

    private void ended() {
        exchange.end();
        if (!measured() && request.version() == HttpVersion.HTTP_1_0) {
            request.connection().close();
        }
    }

    private void breakOff(Throwable failure) {
        if (!whole) {
            exchange.breakOff(failure);
        }
    }
}
