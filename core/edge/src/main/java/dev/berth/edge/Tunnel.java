package dev.berth.edge;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.NetSocket;

/** A connection whose two ends have switched to WebSocket: bytes go through as they are. */
final class Tunnel {

    private static final String WEBSOCKET = "websocket";

    private Tunnel() {}

    static boolean wanted(HttpServerRequest request) {
        String upgrade = request.headers().get(HttpHeaders.UPGRADE);
        return upgrade != null
                && upgrade.equalsIgnoreCase(WEBSOCKET)
                && request.method().equals(HttpMethod.GET)
                && request.version() == HttpVersion.HTTP_1_1
                && Heads.lists(request.headers(), HttpHeaders.CONNECTION, "upgrade");
    }

    /** Sends the head of a request that asks to switch. */
    static void ask(HttpServerRequest request, HttpClientRequest up) {
        up.putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
        up.putHeader(HttpHeaders.UPGRADE, WEBSOCKET);
        up.connect();
        request.resume();
    }

    /** Joins both ends after the instance has agreed; {@code ended} runs when either has closed. */
    static void open(HttpServerRequest request, HttpClientResponse from, Runnable ended) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
        request.response().putHeader(HttpHeaders.UPGRADE, WEBSOCKET);
        NetSocket instance = from.netSocket();
        instance.pause();
        request.toNetSocket()
                .onComplete(
                        client -> join(client, instance, ended),
                        _ -> {
                            instance.close();
                            ended.run();
                        });
    }

    /** What one end has sent reaches the other before that is closed as well. */
    private static void join(NetSocket client, NetSocket instance, Runnable ended) {
        client.closeHandler(_ -> ended.run());
        instance.closeHandler(_ -> ended.run());
        client.pipe().to(instance);
        instance.pipe().to(client);
    }
}
