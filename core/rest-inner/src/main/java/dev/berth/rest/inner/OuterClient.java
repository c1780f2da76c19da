package dev.berth.rest.inner;

import dev.berth.model.Refusal;
import dev.berth.model.UserId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks Outer over HTTP for users, by the service token. */
public final class OuterClient {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String USER = "X-Berth-User";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
    private final URI outer;
    private final String token;

    /** Creates it for the Outer at {@code outer}, such as {@code http://127.0.0.1:9900}. */
    public OuterClient(URI outer, String token) {
        this.outer = outer;
        this.token = token;
    }

    /**
     * Posts {@code json} for {@code user} as part of a request, and returns what Outer answers as
     * the answer to that; refuses with {@code UNAVAILABLE}, and what was {@code attempted}, where
     * there is none. Not on a thread of the container, as Outer may share it.
     */
    Response post(
            String attempted,
            String path,
            UserId user,
            String requestId,
            String idempotencyKey,
            String json) {
        HttpRequest.Builder call =
                HttpRequest.newBuilder(outer.resolve(path))
                        .timeout(ANSWER)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                        .header("X-Request-Id", requestId)
                        .header(USER, user.toString())
                        .POST(BodyPublishers.ofString(json));
        if (!idempotencyKey.isEmpty()) {
            call.header(IDEMPOTENCY_KEY, idempotencyKey);
        }
        return answer(send(attempted, call.build()));
    }

    private HttpResponse<byte[]> send(String attempted, HttpRequest call) {
        try {
            return client.send(call, BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw away(attempted, "Outer does not answer");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw away(attempted, "Inner is stopping");
        }
    }

    private static Response answer(HttpResponse<byte[]> answered) {
        return Response.status(answered.statusCode())
                .type(
                        answered.headers()
                                .firstValue(HttpHeaders.CONTENT_TYPE)
                                .orElse(MediaType.APPLICATION_JSON))
                .entity(answered.body())
                .build();
    }

    private static Refusal away(String attempted, String why) {
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE,
                "cannot " + attempted + ": " + why + "; try again shortly");
    }
}
