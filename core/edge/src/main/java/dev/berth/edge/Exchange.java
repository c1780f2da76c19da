package dev.berth.edge;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.util.Optional;

/**
 * One request, from its head to the end of its answer. Lives on one event loop; ends exactly once,
 * however it ends.
 */
final class Exchange extends Exchanges.Link {

    private static final Logger LOG = System.getLogger(Exchange.class.getName());

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final RequestTarget target;
    private final Backend backend;
    private final HttpClient client;
    private final Exchanges exchanges;
    private final long began = System.nanoTime();

    private Instance instance;
    private Optional<HttpClientRequest> upstream = Optional.empty();
    private boolean answered;
    private boolean ended;
    private long activeAt = began;
    private long bytesRead;

    private Exchange(
            HttpServerRequest request,
            RequestTarget target,
            Backend backend,
            HttpClient client,
            Exchanges exchanges) {
        this.request = request;
        this.response = request.response();
        this.target = target;
        this.backend = backend;
        this.client = client;
        this.exchanges = exchanges;
        this.instance = backend.next();
    }

    static void start(
            HttpServerRequest request,
            RequestTarget target,
            Backend backend,
            HttpClient client,
            Exchanges exchanges) {
        Exchange exchange = new Exchange(request, target, backend, client, exchanges);
        exchanges.add(exchange);
        backend.traffic().began();
        exchange.instance.began();
        exchange.response.closeHandler(_ -> exchange.abandon());
        exchange.response.exceptionHandler(_ -> exchange.abandon());
        request.pause();
        exchange.connect(true);
    }

    private void connect(boolean mayRetry) {
        client.request(instance.options())
                .onComplete(this::send, failure -> unconnected(failure, mayRetry));
    }

    /** Nothing was sent where the connection was refused, so another instance may be tried. */
    private void unconnected(Throwable failure, boolean mayRetry) {
        boolean refused = failure instanceof ConnectException;
        Optional<Instance> other =
                refused && mayRetry && !ended ? backend.nextBut(instance) : Optional.empty();
        if (other.isPresent()) {
            instance.ended();
            instance = other.get();
            instance.began();
            connect(false);
        } else {
            fail(failure);
        }
    }

    private void send(HttpClientRequest up) {
        up.exceptionHandler(this::fail);
        if (ended) {
            up.reset();
            return;
        }
        upstream = Optional.of(up);
        up.setMethod(request.method()).setURI(target.uri());
        Heads.copyRequest(request, target, instance, up.headers());
        up.response().onComplete(this::answer, this::fail);
        if (Tunnel.wanted(request)) {
            Tunnel.ask(up);
            request.resume();
        } else if (Heads.announcesBody(request)) {
            up.setChunked(!up.headers().contains(HttpHeaders.CONTENT_LENGTH));
            request.pipe().endOnFailure(false).to(up).onFailure(_ -> up.reset());
        } else {
            up.end();
            request.resume();
        }
    }

    private void answer(HttpClientResponse from) {
        boolean switched = from.statusCode() == 101;
        if (switched && !Tunnel.wanted(request)) {
            upstream.ifPresent(HttpClientRequest::reset);
            fail(new IllegalStateException("it switched protocols unasked"));
        } else if (!ended) {
            long now = System.nanoTime();
            answered = true;
            backend.traffic().answered(from.statusCode(), now - began, now);
            response.setStatusCode(from.statusCode()).setStatusMessage(from.statusMessage());
            Heads.copyResponse(from, response.headers());
            pass(from, switched);
        }
    }

    private void pass(HttpClientResponse from, boolean switched) {
        if (switched) {
            Tunnel.open(request, from, this::end);
        } else {
            Relay.start(request, from, this::end, this::breakOff);
        }
    }

    private void breakOff(Throwable failure) {
        if (!ended) {
            log(failure);
            backend.traffic().brokeOff();
            end();
            response.reset();
        }
    }

    private void fail(Throwable failure) {
        if (!ended && !answered) {
            log(failure);
            refuse(failure instanceof ConnectTimeoutException ? Refusal.LATE : Refusal.FAILED);
        }
    }

    private void refuse(Refusal refusal) {
        backend.traffic().unanswered();
        end();
        refusal.send(request);
    }

    /** The client has gone: that is no error of the release. */
    private void abandon() {
        if (!ended) {
            end();
            upstream.ifPresent(HttpClientRequest::reset);
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            instance.ended();
            backend.traffic().ended();
            exchanges.remove(this);
            request.resume();
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
        boolean clientIsSlow =
                !request.isEnded() && upstream.map(up -> !up.writeQueueFull()).orElse(false);
        Optional<HttpClientRequest> up = upstream;
        if (clientIsSlow) {
            end();
            Refusal.SLOW_CLIENT.send(request);
        } else {
            refuse(Refusal.LATE);
        }
        up.ifPresent(HttpClientRequest::reset);
    }

    private void log(Throwable failure) {
        LOG.log(
                Level.DEBUG,
                () -> "no answer release=" + backend.release() + " instance=" + instance,
                failure);
    }
}
