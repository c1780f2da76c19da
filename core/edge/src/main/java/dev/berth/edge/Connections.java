package dev.berth.edge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** The connections to instances from one event loop. */
final class Connections {

    private static final int MOST_TO_AN_INSTANCE = 4096;

    private final HttpClientAgent client;
    private final Context loop;
    // by the instance and not by its address: whoever gets its port later gets none of these
    private final Map<Instance, Line> lines = new HashMap<>();
    private final Queue<Wire> released = new ArrayDeque<>();

    Connections(Vertx vertx, EdgeSettings settings) {
        this.client = vertx.httpClientBuilder().with(options(settings)).build();
        this.loop = vertx.getOrCreateContext();
    }

    private static HttpClientOptions options(EdgeSettings settings) {
        return new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxHeaderSize(64 * 1024)
                .setMaxInitialLineLength(16 * 1024);
    }

    /** Returns a connection that may have been used before. */
    Future<Wire> kept(Instance instance) {
        return line(instance).wire();
    }

    /** Returns a connection that none of the instance's earlier ones can have spoilt. */
    Future<Wire> fresh(Instance instance) {
        return line(instance).fresh();
    }

    private Line line(Instance instance) {
        return lines.computeIfAbsent(
                instance, _ -> new Line(client, instance, MOST_TO_AN_INSTANCE));
    }

    /** The answer is over. */
    void release(Wire wire) {
        if (released.isEmpty()) {
            // by then it is known whether the connection closes with this answer
            loop.runOnContext(_ -> restAll());
        }
        released.add(wire);
    }

    private void restAll() {
        long now = System.nanoTime();
        while (!released.isEmpty()) {
            released.remove().rest(now);
        }
    }

    void sweep(long now) {
        lines.values().removeIf(line -> line.sweep(now));
    }
}
