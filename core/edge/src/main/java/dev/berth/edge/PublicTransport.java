package dev.berth.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.impl.transports.TransportInternal;
import io.vertx.core.transport.Transport;
import java.util.List;

/** Puts a {@link Doorman} before everything that Vert.x does with a connection of the public. */
final class PublicTransport extends NioTransport {

    private final EdgeSettings settings;
    private final HttpServerOptions options;
    private final Gate gate;

    private PublicTransport(EdgeSettings settings) {
        this.settings = settings;
        this.options = PublicServer.options(settings);
        this.gate = new Gate(settings.maxConnections());
    }

    static Transport of(EdgeSettings settings) {
        return new TransportInternal("edge", true, null, new PublicTransport(settings));
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return Listener::new;
    }

    private final class Listener extends NioServerSocketChannel {
        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            int count = super.doReadMessages(accepted);
            if (count > 0) {
                Channel connection = (Channel) accepted.getLast();
                connection.pipeline().addLast(new Doorman(settings, options, gate));
            }
            return count;
        }
    }
}
