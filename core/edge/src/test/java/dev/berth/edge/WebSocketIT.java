package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.spi.ReleaseId;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketIT extends EdgeScene {

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client = vertx.createWebSocketClient();
    private final BlockingQueue<Buffer> echoed = new LinkedBlockingQueue<>();
    private final BlockingQueue<ServerWebSocket> accepted = new LinkedBlockingQueue<>();

    @AfterEach
    void closeVertx() {
        vertx.close().await();
    }

    @Test
    void framesGoBothWaysAndCountAsOneInFlight() throws Exception {
        WebSocket socket = open();

        socket.writeTextMessage("ahoy");
        socket.writeBinaryMessage(Buffer.buffer(new byte[60_000]));

        assertThat(echoed.poll(10, TimeUnit.SECONDS)).hasToString("ahoy");
        assertThat(echoed.poll(10, TimeUnit.SECONDS).length()).isEqualTo(60_000);
        assertThat(traffic().getInteger("in_flight")).isEqualTo(1);
    }

    @Test
    void socketToTheOldReleaseGoesOnAfterARouteChange() throws Exception {
        WebSocket socket = open();
        route(
                new ReleaseId("0123abcd", 2),
                program(exchange -> exchange.sendResponseHeaders(204, -1)));

        socket.writeTextMessage("still here");

        assertThat(echoed.poll(10, TimeUnit.SECONDS)).hasToString("still here");
        assertThat(get(HOST)).startsWith("HTTP/1.1 204");
        assertThat(traffic().getInteger("streams")).isEqualTo(1);
        assertThat(traffic().getInteger("in_flight")).isEqualTo(1);
    }

    @Test
    void allThatTheProgramSentBeforeItClosedArrives() throws Exception {
        WebSocket socket = open();
        ServerWebSocket program = accepted.poll(10, TimeUnit.SECONDS);

        for (int i = 0; i < 300; i++) {
            program.writeBinaryMessage(Buffer.buffer(new byte[10_000]));
        }
        program.close();

        await().until(socket::isClosed);
        assertThat(echoed).hasSize(300);
    }

    @Test
    void closeByTheClientReachesTheProgramAndEndsTheCount() throws Exception {
        WebSocket socket = open();

        socket.close().await();

        ServerWebSocket program = accepted.poll(10, TimeUnit.SECONDS);
        await().until(program::isClosed);
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    @Test
    void closeByTheProgramReachesTheClientAndEndsTheCount() throws Exception {
        WebSocket socket = open();

        accepted.poll(10, TimeUnit.SECONDS).close((short) 4001, "enough").await();

        await().until(socket::isClosed);
        assertThat(socket.closeStatusCode()).isEqualTo((short) 4001);
        await().untilAsserted(() -> assertThat(traffic().getInteger("in_flight")).isZero());
    }

    @Test
    void refusedUpgradeIsRelayedWithItsBody() throws Exception {
        route(
                program(
                        exchange -> {
                            exchange.sendResponseHeaders(403, 2);
                            exchange.getResponseBody().write(new byte[] {'n', 'o'});
                            exchange.close();
                        }));

        String answer =
                raw(
                        head(
                                "GET / HTTP/1.1",
                                "Host: a.localhost",
                                "Connection: close",
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));

        assertThat(answer).startsWith("HTTP/1.1 403").endsWith("no");
        assertThat(traffic().getInteger("in_flight")).isZero();
    }

    private WebSocket open() throws Exception {
        HttpServer program =
                vertx.createHttpServer(new HttpServerOptions().setPort(0).setHost("127.0.0.1"))
                        .webSocketHandler(this::echo)
                        .listen()
                        .await();
        route(program.actualPort());
        WebSocketConnectOptions options =
                new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(edge.port())
                        .putHeader("Host", HOST)
                        .setURI("/socket");
        WebSocket socket = client.connect(options).await();
        socket.handler(echoed::add);
        return socket;
    }

    private void echo(ServerWebSocket socket) {
        accepted.add(socket);
        socket.textMessageHandler(socket::writeTextMessage);
        socket.binaryMessageHandler(socket::writeBinaryMessage);
    }
}
