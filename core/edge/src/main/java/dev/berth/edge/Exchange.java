package dev.berth.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * One request as the client sees it, from its head to the end of its answer, with what is counted
 * of it. Lives on one event loop; ends exactly once, however it ends.
 */
final class Exchange extends Exchanges.Link {

    private static final Logger LOG = System.getLogger(Exchange.class.getName());

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Backend backend;
    private final Lane lane;
    private final Dispatch dispatch;
    private final long began = System.nanoTime();

    private boolean answered;
    private boolean stream;
    private boolean ended;
    private long activeAt = began;
    private long bytesRead;

    private Exchange(HttpServerRequest request, RequestTarget target, Backend backend, Lane lane) {
        this.request = request;
        this.response = request.response();
        this.backend = backend;
        this.lane = lane;
        this.dispatch = new Dispatch(this, request, target, backend, lane.connections());
    }

    /** Begins one that {@code backend} counts already. */
    static void start(
            HttpServerRequest request,
            RequestTarget target,
            RequestBody body,
            Backend backend,
            Lane lane) {
        Exchange exchange = new Exchange(request, target, backend, lane);
        lane.exchanges().add(exchange);
        exchange.response.closeHandler(_ -> exchange.abandon());
        exchange.response.exceptionHandler(_ -> exchange.abandon());
        exchange.dispatch.start(body, exchange.began);
    }

    long largestBody() {
        return lane.largestBody();
    }

    /** Whether it has ended, or its answer has begun, so that it cannot fail any more. */
    boolean decided() {
        return ended || answered;
    }

    /** The instance says beforehand what its answer will refer to. */
    void hint(MultiMap headers) {
        if (!decided()) {
            MultiMap hints = HttpHeaders.headers();
            Heads.copyTrailers(headers, hints);
            response.writeEarlyHints(hints);
        }
    }

    /** The instance has begun to answer; {@code received} runs once its answer is whole. */
    void answer(HttpClientResponse from, Runnable received) {
        if (!ended) {
            begin(from, Heads.eventStream(from));
            Relay.start(request, from, this, received);
        }
    }

    /** The instance agrees to speak WebSocket. */
    void switchOver(HttpClientResponse from) {
        if (!ended) {
            begin(from, true);
            Tunnel.open(request, from, this::end);
        }
    }

    private void begin(HttpClientResponse from, boolean lasting) {
        long now = System.nanoTime();
        answered = true;
        backend.traffic().answered(from.statusCode(), now - began, now);
        if (lasting) {
            stream = true;
            backend.traffic().streamBegan();
        }
        Heads.copyStatus(from, response);
        Heads.copyResponse(from, response.headers());
    }

    /** The answer has begun and will not be whole. */
    void breakOff(Throwable failure) {
        if (!ended) {
            log(failure);
            backend.traffic().brokeOff();
            end();
            response.reset();
        }
    }

    /** The instance gives no answer. */
    void fail(Throwable failure) {
        if (!decided()) {
            log(failure);
            backend.traffic().unanswered();
            refuse(Refusal.of(failure));
        }
    }

    /** The client's fault, and no error of the release. */
    void refuse(Refusal refusal) {
        if (!decided()) {
            end();
            refusal.send(request);
        }
    }

    /** The client has gone: that is no error of the release. */
    private void abandon() {
        if (!ended) {
            end();
            dispatch.cancel();
        }
    }

    /** The answer is over. */
    void end() {
        if (!ended) {
            ended = true;
            lane.exchanges().remove(this);
            dispatch.end();
            if (stream) {
                backend.traffic().streamEnded();
            }
            backend.traffic().ended();
        }
    }

    /** Whether neither the answer has begun nor a byte of the request has come for so long. */
    boolean late(long now, long timeoutNanos) {
        if (request.bytesRead() != bytesRead) {
            bytesRead = request.bytesRead();
            activeAt = now;
        }
        return !answered && now - activeAt > timeoutNanos;
    }

    void giveUp() {
        if (dispatch.waitsForClient()) {
            refuse(Refusal.SLOW_CLIENT);
        } else {
            backend.traffic().unanswered();
            refuse(Refusal.LATE);
        }
        dispatch.cancel();
    }

    private void log(Throwable failure) {
        LOG.log(
                Level.DEBUG,
                () -> "no answer release=" + backend.release() + " instance=" + dispatch,
                failure);
    }
}
