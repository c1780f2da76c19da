package dev.berth.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.HashSet;
import java.util.Set;

/** The connections to instances from one event loop. */
final class Connections {

    // below the 5 seconds after which common servers close, so that they seldom close under a
    // request
    private static final int KEEP_ALIVE_SECONDS = 4;
    private static final int MOST_TO_AN_INSTANCE = 4096;

    private final HttpClient client;
    private final Set<HttpConnection> unused = new HashSet<>();

    Connections(Vertx vertx, EdgeSettings settings) {
        this.client =
                vertx.httpClientBuilder()
                        .with(options(settings))
                        .with(new PoolOptions().setHttp1MaxSize(MOST_TO_AN_INSTANCE))
                        .withConnectHandler(this::made)
                        .build();
    }

    private static HttpClientOptions options(EdgeSettings settings) {
        return new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(64 * 1024)
                .setMaxInitialLineLength(16 * 1024);
    }

    Future<HttpClientRequest> request(RequestOptions options) {
        return client.request(options);
    }

    /** Whether no request went over the connection before; true only once. */
    boolean firstUse(HttpConnection connection) {
        return unused.remove(connection);
    }

    private void made(HttpConnection connection) {
        unused.add(connection);
        connection.closeHandler(_ -> unused.remove(connection));
    }
}
