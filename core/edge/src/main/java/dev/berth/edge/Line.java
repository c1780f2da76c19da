package dev.berth.edge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import java.util.ArrayDeque;
import java.util.Deque;

/** The connections from one event loop to one instance. */
final class Line {

    private final HttpClientAgent client;
    private final Instance instance;
    private final int most;
    private final Deque<Wire> resting = new ArrayDeque<>();
    private final Deque<Promise<Wire>> waiting = new ArrayDeque<>();
    private int open;

    Line(HttpClientAgent client, Instance instance, int most) {
        this.client = client;
        this.instance = instance;
        this.most = most;
    }

    /** Returns the connection that has rested for the shortest time, or a new one. */
    Future<Wire> wire() {
        long now = resting.isEmpty() ? 0 : System.nanoTime();
        while (!resting.isEmpty()) {
            Wire wire = resting.removeLast();
            if (wire.usable(now)) {
                return Future.succeededFuture(wire);
            }
            wire.close();
        }
        return fresh();
    }

    /**
     * Returns a new connection; once there are as many as may be, that of the next request to end.
     */
    Future<Wire> fresh() {
        if (open < most) {
            return connect();
        }
        Promise<Wire> turn = Promise.promise();
        waiting.add(turn);
        return turn.future();
    }

    void rests(Wire wire) {
        if (waiting.isEmpty()) {
            resting.addLast(wire);
        } else {
            waiting.remove().complete(wire);
        }
    }

    /** One connection less. */
    void left() {
        open--;
        if (!waiting.isEmpty()) {
            connect().onComplete(waiting.remove());
        }
    }

    /** Closes what has rested too long; returns whether nothing is left. */
    boolean sweep(long now) {
        resting.removeIf(wire -> over(wire, now));
        return open == 0;
    }

    private static boolean over(Wire wire, long now) {
        if (wire.usable(now)) {
            return false;
        }
        wire.close();
        return true;
    }

    private Future<Wire> connect() {
        open++;
        return client.connect(instance.address()).map(this::made).onFailure(_ -> left());
    }

    private Wire made(HttpClientConnection connection) {
        return new Wire(connection, this);
    }
}
