package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Http2IT extends EdgeScene {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient knowing = client(false);
    private final BlockingQueue<Headers> received = new LinkedBlockingQueue<>();

    @BeforeEach
    void routeToAProgramThatEchoes() throws Exception {
        route(program(this::echo));
    }

    @AfterEach
    void closeVertx() {
        vertx.close().await();
    }

    @Test
    void clientThatKnowsSpeaksHttp2AtOnce() {
        Answer answer = send(knowing, HttpMethod.POST, "/echo?a=b", "hello");

        assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("POST /echo?a=b hello");
        assertThat(received.remove())
                .containsEntry("Host", List.of(HOST))
                .containsEntry("X-forwarded-for", List.of("127.0.0.1"));
    }

    @Test
    void clientThatAsksIsUpgraded() {
        Answer answer = send(client(true), HttpMethod.GET, "/", "");

        assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2);
        assertThat(answer.body()).isEqualTo("GET / ");
        assertThat(received.remove().keySet()).doesNotContain("Upgrade", "Http2-settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "DELETE", "POST"})
    void requestWithoutABodyArrivesWithoutOne(String method) {
        send(knowing, HttpMethod.valueOf(method), "/", "");

        assertThat(received.remove().keySet())
                .doesNotContain("Transfer-encoding", "Content-length");
    }

    @Test
    void bodyOfUnknownLengthArrives() {
        HttpClientRequest request = request(knowing, HttpMethod.POST, "/");
        request.setChunked(true);
        request.write("hel");
        request.write("lo");
        request.end();

        assertThat(request.response().compose(Http2IT::whole).await().body())
                .isEqualTo("POST / hello");
    }

    @Test
    void manyRequestsShareAConnection() {
        List<Future<Answer>> answers = IntStream.range(0, 200).mapToObj(i -> get("/" + i)).toList();

        Future.all(answers).await();

        assertThat(answers.get(199).result().body()).isEqualTo("GET /199 ");
        assertThat(received).hasSize(200);
    }

    @Test
    void largeBodiesPassBothWays() {
        String body = "0123456789".repeat(300_000);

        Answer answer = send(knowing, HttpMethod.PUT, "/", body);

        assertThat(answer.body().length()).isEqualTo(3_000_006);
    }

    @Test
    void cookiesThatCameInPiecesAreOneHeader() {
        HttpClientRequest request = request(knowing, HttpMethod.GET, "/");
        request.headers().add("cookie", "a=1").add("cookie", "b=2");
        request.send().compose(Http2IT::whole).await();

        assertThat(received.remove()).containsEntry("Cookie", List.of("a=1; b=2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/ HTTP/1.1\r\nHost: evil\r\n\r\n", "/\u0001", "a", "*"})
    void pathThatWouldBreakTheLineReachesNothing(String path) {
        Answer answer = send(knowing, HttpMethod.GET, path, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(received).isEmpty();
    }

    @Test
    void unknownHostIs404AndTheConnectionServesOn() {
        RequestOptions other = options(HttpMethod.GET, "/").setHost("b.localhost");

        Answer refused =
                knowing.request(other)
                        .compose(HttpClientRequest::send)
                        .compose(Http2IT::whole)
                        .await();

        assertThat(refused.status()).isEqualTo(404);
        assertThat(get("/").await().status()).isEqualTo(200);
    }

    private void echo(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestHeaders());
        String head = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " ";
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(head.getBytes(UTF_8));
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpClient client(boolean upgrade) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(upgrade));
    }

    private record Answer(HttpVersion version, int status, String body) {}

    private static Future<Answer> whole(HttpClientResponse answer) {
        HttpVersion version = answer.request().version();
        return answer.body().map(body -> new Answer(version, answer.statusCode(), body.toString()));
    }

    private Future<Answer> get(String path) {
        return knowing.request(options(HttpMethod.GET, path))
                .compose(HttpClientRequest::send)
                .compose(Http2IT::whole);
    }

    private Answer send(HttpClient client, HttpMethod method, String path, String body) {
        return client.request(options(method, path))
                .compose(request -> body.isEmpty() ? request.send() : request.send(body))
                .compose(Http2IT::whole)
                .await();
    }

    private HttpClientRequest request(HttpClient client, HttpMethod method, String path) {
        return client.request(options(method, path)).await();
    }

    private RequestOptions options(HttpMethod method, String path) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(edge.port(), "127.0.0.1"))
                .setHost(HOST)
                .setPort(80)
                .setMethod(method)
                .setURI(path);
    }
}
