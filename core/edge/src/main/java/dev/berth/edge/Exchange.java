package dev.berth.edge;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
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
        if (ended) {
            up.reset();
            return;
        }
        upstream = Optional.of(up);
        up.exceptionHandler(this::fail);
        up.setMethod(request.method()).setURI(target.uri());
        Heads.copyRequest(request, target, instance, up.headers());
        up.response().onComplete(this::answer, this::fail);
        if (Tunnel.wanted(request)) {
            Tunnel.ask(up);
            request.resume();
        } else if (hasBody()) {
            up.setChunked(!up.headers().contains(HttpHeaders.CONTENT_LENGTH));
            request.pipe().endOnFailure(false).to(up).onFailure(_ -> up.reset());
        } else {
            up.end();
            request.resume();
        }
    }

    private boolean hasBody() {
        if (request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            return !request.headers().get(HttpHeaders.CONTENT_LENGTH).equals("0");
        }
        return request.version() == HttpVersion.HTTP_2
                ? !request.method().equals(HttpMethod.GET)
                        && !request.method().equals(HttpMethod.HEAD)
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void answer(HttpClientResponse from) {
        if (ended) {
            return;
        }
        long now = System.nanoTime();
        answered = true;
        backend.traffic().answered(from.statusCode(), now - began, now);
        response.setStatusCode(from.statusCode()).setStatusMessage(from.statusMessage());
        Heads.copyResponse(from, response.headers());
        if (from.statusCode() == 101) {
            Tunnel.open(request, from, this::end);
        } else {
            relay(from);
        }
    }

    private void relay(HttpClientResponse from) {
        boolean untilClose = false;
        if (!bodyless(from) && !from.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            untilClose = request.version() == HttpVersion.HTTP_1_0;
            response.setChunked(request.version() == HttpVersion.HTTP_1_1);
            // a stream of events may begin with silence, and its reader waits for the head
            Vertx.currentContext().runOnContext(_ -> sendHead());
        }
        boolean close = untilClose;
        from.pipe()
                .endOnFailure(false)
                .to(response)
                .onComplete(_ -> complete(close), this::breakOff);
    }

    private boolean bodyless(HttpClientResponse from) {
        return request.method().equals(HttpMethod.HEAD)
                || from.statusCode() == 204
                || from.statusCode() == 304;
    }

    private void sendHead() {
        if (!ended && !response.ended() && !response.headWritten()) {
            response.writeHead();
        }
    }

    private void complete(boolean close) {
        end();
        if (close) {
            request.connection().close();
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
