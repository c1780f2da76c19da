package dev.berth.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Decodes requests like its super class, but refuses one that gives its length in two ways, and
 * closes a connection that dawdles over a head.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final long timeout;
    private long headSince = System.nanoTime();
    private boolean inMessage;
    private Future<?> watch;

    StrictRequestDecoder(HttpServerOptions options, Duration headTimeout) {
        super(options);
        this.timeout = headTimeout.toNanos();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) throws Exception {
        super.handlerAdded(context);
        watch =
                context.executor()
                        .scheduleAtFixedRate(
                                () -> closeIfLate(context),
                                timeout / 2,
                                timeout / 2,
                                TimeUnit.NANOSECONDS);
        context.channel().closeFuture().addListener(_ -> watch.cancel(false));
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
        watch.cancel(false);
        super.handlerRemoved0(context);
    }

    private void closeIfLate(ChannelHandlerContext context) {
        if (headSince != NOT_WAITING && System.nanoTime() - headSince > timeout) {
            var _ = context.close();
        }
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
