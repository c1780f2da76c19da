package dev.berth.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Passes a request's body on as it comes, no faster than the instance takes it. */
final class Upload {

    private final HttpServerRequest request;
    private final HttpClientRequest up;
    private final Exchange exchange;
    private final long largest;
    private long passed;

    private Upload(HttpServerRequest request, HttpClientRequest up, Exchange exchange) {
        this.request = request;
        this.up = up;
        this.exchange = exchange;
        this.largest = exchange.largestBody();
    }

    static void start(HttpServerRequest request, HttpClientRequest up, Exchange exchange) {
        up.setChunked(!up.headers().contains(HttpHeaders.CONTENT_LENGTH));
        Upload upload = new Upload(request, up, exchange);
        request.handler(upload::pass);
        request.endHandler(_ -> up.end());
        // a body that breaks off or is malformed must not look whole to the instance
        request.exceptionHandler(_ -> up.reset());
        if (Framing.waitsToGoOn(request)) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void pass(Buffer bytes) {
        passed += bytes.length();
        if (passed > largest) {
            exchange.refuse(Refusal.TOO_LARGE);
            up.reset();
            return;
        }
        up.write(bytes);
        if (up.writeQueueFull()) {
            request.pause();
            up.drainHandler(_ -> request.resume());
        }
    }
}
