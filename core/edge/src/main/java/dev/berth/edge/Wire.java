package dev.berth.edge;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** A connection to an instance, which carries one request at a time. */
final class Wire {

    private static final RequestOptions ANY = new RequestOptions();

    private final HttpClientConnection connection;
    private final Line line;
    private long restNanos = KeepAlive.LONGEST_NANOS;
    private long restsUntil;
    private boolean used;
    private boolean left;

    Wire(HttpClientConnection connection, Line line) {
        this.connection = connection;
        this.line = line;
        connection.closeHandler(_ -> leave());
    }

    Future<HttpClientRequest> request() {
        return connection.request(ANY);
    }

    /** Returns whether a request went over it before, and that one does from now on. */
    boolean use() {
        boolean before = used;
        used = true;
        return before;
    }

    /** Notes for how long the instance says that it keeps an idle connection. */
    void heed(HttpClientResponse answer) {
        restNanos = KeepAlive.nanos(answer.headers());
    }

    /** It belongs to one exchange for good, or is closed. */
    void leave() {
        if (!left) {
            left = true;
            line.left();
        }
    }

    /** The answer is over: it rests until the next request. */
    void rest(long now) {
        if (connection.activeStreams() > 0) {
            close(); // the request is not, and nobody waits for that
        } else if (!left) {
            restsUntil = now + restNanos;
            line.rests(this);
        }
    }

    /** Whether the instance will most likely not close it in this moment. */
    boolean usable(long now) {
        return !left && now - restsUntil < 0;
    }

    void close() {
        if (!left) {
            connection.close();
        }
    }
}
