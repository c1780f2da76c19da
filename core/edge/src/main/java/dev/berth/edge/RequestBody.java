package dev.berth.edge;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Set;

/** What follows the head of a request. */
enum RequestBody {
    /** Nothing. */
    NONE,
    /** A body, of a length that is told or not. */
    BYTES,
    /** Frames of a WebSocket, once both ends have agreed. */
    TUNNEL,
    /** HTTP/2, and no length is told: whether there is one shows a moment later. */
    UNSETTLED;

    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.OPTIONS,
                    HttpMethod.PUT,
                    HttpMethod.DELETE,
                    HttpMethod.TRACE);

    /** Returns what the head announces. */
    static RequestBody announced(HttpServerRequest request) {
        if (Tunnel.wanted(request)) {
            return TUNNEL;
        }
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return length.equals("0") ? NONE : BYTES;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            return UNSETTLED;
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? BYTES : NONE;
    }

    /** Whether sending the request twice does what sending it once does. */
    boolean repeatable(HttpServerRequest request) {
        return this == NONE && IDEMPOTENT.contains(request.method());
    }

    boolean unfinished(HttpServerRequest request) {
        return (this == BYTES || this == UNSETTLED) && !request.isEnded();
    }

    void send(HttpServerRequest request, HttpClientRequest up, Exchange exchange) {
        switch (this) {
            case NONE -> up.end();
            case BYTES, UNSETTLED -> Upload.start(request, up, exchange);
            case TUNNEL -> Tunnel.ask(request, up);
        }
    }

    /** Reads what is left of a request, for nobody. */
    static void drop(HttpServerRequest request) {
        request.exceptionHandler(_ -> {});
        request.handler(_ -> {});
        request.endHandler(_ -> {});
        request.resume();
    }
}
