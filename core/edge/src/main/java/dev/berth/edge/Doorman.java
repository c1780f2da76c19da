package dev.berth.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerOptions;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Sees a connection's first bytes: waits for them not too long, and where they are not the preface
 * of HTTP/2, has the {@link StrictRequestDecoder} read them and all that follows.
 */
final class Doorman extends ChannelInboundHandlerAdapter {

    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    // the name that Vert.x gives it
    private static final String DECODER = "httpDecoder";

    private final EdgeSettings settings;
    private final HttpServerOptions options;
    private final Gate gate;
    private int matched;
    private Future<?> late;

    Doorman(EdgeSettings settings, HttpServerOptions options, Gate gate) {
        this.settings = settings;
        this.options = options;
        this.gate = gate;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.channel().closeFuture().addListener(_ -> gate.leave());
        if (gate.enter()) {
            late =
                    context.executor()
                            .schedule(
                                    () -> close(context),
                                    settings.headTimeout().toNanos(),
                                    TimeUnit.NANOSECONDS);
            context.fireChannelActive();
        } else {
            close(context);
        }
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (late != null) {
            late.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        int length = bytes.readableBytes();
        for (int i = 0; i < length && matched < PREFACE.length; i++) {
            if (bytes.getByte(bytes.readerIndex() + i) != PREFACE[matched]) {
                readStrictly(context, bytes, i + 1);
                return;
            }
            matched++;
        }
        context.fireChannelRead(bytes);
        if (matched == PREFACE.length) {
            context.pipeline().remove(this);
        }
    }

    /** Vert.x makes its decoder once it knows that this is not HTTP/2; ours takes over there. */
    private void readStrictly(ChannelHandlerContext context, ByteBuf bytes, int known) {
        context.fireChannelRead(bytes.readRetainedSlice(known));
        context.pipeline()
                .replace(
                        DECODER,
                        DECODER,
                        new StrictRequestDecoder(options, settings.headTimeout()));
        context.fireChannelRead(bytes);
        context.pipeline().remove(this);
    }
}
