package dev.berth.edge;

import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** Finds out whether a request of HTTP/2 that tells no length has a body. */
final class Http2Body {

    private Http2Body() {}

    /**
     * Returns it for a paused request whose head has been read wholly: the flag that ends it comes
     * with the head, but Vert.x tells of it only as an end of the body.
     */
    static RequestBody settled(HttpServerRequest request) {
        if (open(request) || request.bytesRead() > 0) {
            return RequestBody.BYTES;
        }
        request.resume();
        return RequestBody.NONE;
    }

    private static boolean open(HttpServerRequest request) {
        Http2ConnectionHandler handler =
                ((ConnectionBase) request.connection())
                        .channel()
                        .pipeline()
                        .get(Http2ConnectionHandler.class);
        Http2Stream stream = handler.connection().stream(request.streamId());
        return stream != null && stream.state().remoteSideOpen();
    }
}
