package dev.berth.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Decodes requests like its super class, but refuses one that gives its length in two ways, and
 * knows since when it has been waiting for the rest of a head.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private static final long NOT_WAITING = Long.MIN_VALUE;

    private long headSince = System.nanoTime();
    private boolean inMessage;

    StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    boolean headIsLate(long now, long timeoutNanos) {
        return headSince != NOT_WAITING && now - headSince > timeoutNanos;
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding are given");
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out)
            throws Exception {
        if (!inMessage && headSince == NOT_WAITING && buffer.isReadable()) {
            headSince = System.nanoTime();
        }
        int before = out.size();
        super.decode(context, buffer, out);
        for (int i = before; i < out.size(); i++) {
            inMessage = !(out.get(i) instanceof LastHttpContent);
            if (out.get(i) instanceof HttpRequest) {
                headSince = NOT_WAITING;
            }
        }
    }
}
