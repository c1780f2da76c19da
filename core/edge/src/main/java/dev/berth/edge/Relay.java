package dev.berth.edge;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.function.Consumer;

/** Passes an instance's answer on to the client as it comes, no faster than the client takes it. */
final class Relay {

    private Relay() {}

    /** Runs exactly one of {@code done} and {@code broken} at the end. */
    static void start(
            HttpServerRequest request,
            HttpClientResponse from,
            Runnable done,
            Consumer<Throwable> broken) {
        HttpServerResponse to = request.response();
        boolean measured =
                bodyless(request, from) || from.headers().contains(HttpHeaders.CONTENT_LENGTH);
        if (!measured) {
            to.setChunked(request.version() == HttpVersion.HTTP_1_1);
            // a stream of events may begin with silence, and its reader waits for the head
            Vertx.currentContext().runOnContext(_ -> sendHead(to));
        }
        boolean untilClose = !measured && request.version() == HttpVersion.HTTP_1_0;
        from.pipe()
                .endOnComplete(false)
                .to(to)
                .compose(_ -> end(from, to))
                .onComplete(
                        _ -> {
                            done.run();
                            if (untilClose) {
                                request.connection().close();
                            }
                        },
                        broken::accept);
    }

    private static Future<Void> end(HttpClientResponse from, HttpServerResponse to) {
        MultiMap trailers = from.trailers();
        if (!trailers.isEmpty()) {
            Heads.copyTrailers(trailers, to.trailers());
        }
        return to.end();
    }

    private static boolean bodyless(HttpServerRequest request, HttpClientResponse from) {
        return request.method().equals(HttpMethod.HEAD)
                || from.statusCode() == 204
                || from.statusCode() == 304;
    }

    private static void sendHead(HttpServerResponse to) {
        if (!to.closed() && !to.ended() && !to.headWritten()) {
            to.writeHead();
        }
    }
}
