package dev.berth.edge;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The public servers of all event loops, which share one port. */
final class PublicServers {

    private final EdgeSettings settings;
    private final TableInForce table;
    private final List<PublicServer> servers = new CopyOnWriteArrayList<>();

    PublicServers(EdgeSettings settings, TableInForce table) {
        this.settings = settings;
        this.table = table;
    }

    Deployable create() {
        PublicServer server = new PublicServer(settings, table);
        servers.add(server);
        return server;
    }

    int port() {
        return servers.getFirst().port();
    }

    void shutdown() {
        List<Future<Void>> ends = servers.stream().map(this::shutdown).toList();
        Future.join(ends).await();
    }

    private Future<Void> shutdown(PublicServer server) {
        return server.shutdown(settings.grace().toMillis(), TimeUnit.MILLISECONDS);
    }
}
