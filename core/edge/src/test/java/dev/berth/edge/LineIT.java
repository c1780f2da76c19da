package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.spi.Endpoint;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With room for one connection. */
@Timeout(30)
class LineIT {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private ServerSocket program;
    private Line line;

    @BeforeEach
    void listen() throws IOException {
        program = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        URI uri = URI.create("http://127.0.0.1:" + program.getLocalPort());
        line = new Line(vertx.httpClientBuilder().build(), new Instance(Endpoint.of(uri)), 1);
    }

    @AfterEach
    void closeAll() throws IOException {
        vertx.close().await();
        program.close();
    }

    @Test
    void whoComesWhenThereIsNoRoomGetsTheConnectionOfTheOneBefore() {
        Wire first = start(line::wire).await();
        Future<Wire> second = start(line::wire);
        assertThat(second.isComplete()).isFalse();

        onLoop(() -> first.rest(System.nanoTime()));

        assertThat(second.await()).isSameAs(first);
    }

    @Test
    void whoWaitsGetsANewConnectionOnceOneCloses() {
        Wire first = start(line::wire).await();
        Future<Wire> second = start(line::wire);

        onLoop(first::close);

        assertThat(second.await()).isNotSameAs(first);
    }

    @Test
    void whoWaitsIsToldThatConnectionsAreRefused() throws IOException {
        Wire first = start(line::wire).await();
        Future<Wire> second = start(line::wire);
        Future<Wire> third = start(line::wire);
        program.close();

        onLoop(first::close);

        await().untilAsserted(() -> assertThat(second.failed()).isTrue());
        await().untilAsserted(() -> assertThat(third.failed()).isTrue());
    }

    @Test
    void connectionThatRestsIsUsedAgainUntilItHasRestedTooLong() {
        Wire first = start(line::wire).await();
        onLoop(() -> first.rest(System.nanoTime()));
        Wire second = start(line::wire).await();
        onLoop(() -> second.rest(System.nanoTime() - KeepAlive.LONGEST_NANOS));

        Wire third = start(line::wire).await();

        assertThat(second).isSameAs(first);
        assertThat(third).isNotSameAs(first);
    }

    /** Does it on the event loop, to which a line belongs. */
    private <T> Future<T> start(Supplier<Future<T>> action) {
        Promise<Future<T>> started = Promise.promise();
        loop.runOnContext(_ -> started.complete(action.get()));
        return started.future().await();
    }

    private void onLoop(Runnable action) {
        start(
                () -> {
                    action.run();
                    return Future.succeededFuture();
                });
    }
}
