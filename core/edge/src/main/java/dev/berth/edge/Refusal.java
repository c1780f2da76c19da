package dev.berth.edge;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.net.ConnectException;
import java.util.Set;

/** Answers a request that reaches no instance, or whose instance fails. */
record Refusal(int status, String detail) {

    private static final Set<Integer> UNREADABLE = Set.of(400, 408, 414, 431);
    private static final long LINGER_MILLIS = 2_000;

    static final Refusal AMBIGUOUS =
            new Refusal(400, "the request's Transfer-Encoding is not just 'chunked'");
    static final Refusal FAILED =
            new Refusal(502, "the worker did not answer; its log may say why");
    static final Refusal ABSENT =
            new Refusal(503, "the worker has no instance ready: connections to it are refused");
    static final Refusal TOO_LARGE = new Refusal(413, "the request's body is too large");
    static final Refusal LATE = new Refusal(504, "the worker did not answer in time");
    static final Refusal SLOW_CLIENT = new Refusal(408, "the request did not arrive in time");

    static Refusal of(RequestTarget target, boolean unknown) {
        if (target.host().equals(HostName.MALFORMED)) {
            return new Refusal(400, "the request names no host that could be");
        }
        return unknown
                ? new Refusal(404, "no worker answers at '" + target.host() + "'")
                : new Refusal(503, "the worker at '" + target.host() + "' has no instance ready");
    }

    /** Why no instance gave an answer. */
    static Refusal of(Throwable failure) {
        return switch (failure) {
            case ConnectTimeoutException _ -> LATE;
            case ConnectException _ -> ABSENT;
            default -> FAILED;
        };
    }

    static Refusal undecodable(HttpServerRequest request) {
        return switch (request.decoderResult().cause()) {
            case TooLongHttpLineException _ -> new Refusal(414, "the address is too long");
            case TooLongHttpHeaderException _ -> new Refusal(431, "the headers are too large");
            default -> new Refusal(400, "the request is malformed");
        };
    }

    void send(HttpServerRequest request) {
        String accept = request.headers().get(HttpHeaders.ACCEPT);
        Answer answer = Problem.of(status, detail).answer(accept == null ? "" : accept);
        HttpServerResponse response = request.response();
        response.setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, answer.type());
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == 503) {
            response.putHeader("Retry-After", "1");
        }
        boolean last = request.version() != HttpVersion.HTTP_2 && last(request);
        if (last) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.end(answer.body());
        if (last && UNREADABLE.contains(status)) {
            request.connection().close();
        } else if (!request.isEnded()) {
            // what is left of the body is read and dropped, so that the client gets to the answer
            RequestBody.drop(request);
            if (last) {
                request.endHandler(_ -> request.connection().close());
                close(request, LINGER_MILLIS);
            }
        }
    }

    /** Whether no request may follow on the connection, because it is not sure where it begins. */
    private boolean last(HttpServerRequest request) {
        return UNREADABLE.contains(status) || status == 413 || Framing.waitsToGoOn(request);
    }

    private static void close(HttpServerRequest request, long millis) {
        Vertx.currentContext().owner().setTimer(millis, _ -> request.connection().close());
    }
}
