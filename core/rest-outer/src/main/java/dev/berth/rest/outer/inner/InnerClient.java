package dev.berth.rest.outer.inner;

import dev.berth.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks Inner over HTTP, by the service token. */
public final class InnerClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
    private final URI inner;
    private final String token;

    /** Creates it for the Inner at {@code inner}, such as {@code http://127.0.0.1:9901}. */
    public InnerClient(URI inner, String token) {
        this.inner = inner;
        this.token = token;
    }

    /**
     * Returns Inner's answer, whose body the caller closes; refuses with {@code UNAVAILABLE}, and
     * what was {@code attempted}, where there is none. Not on a thread of the container: where
     * Outer and Inner share a server, its threads must not wait for each other.
     */
    HttpResponse<InputStream> get(String attempted, String path, String accept) {
        HttpRequest call =
                HttpRequest.newBuilder(inner.resolve(path))
                        .timeout(FIRST_BYTE)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", accept)
                        .build();
        try {
            return client.send(call, BodyHandlers.ofInputStream());
        } catch (IOException away) {
            throw away(attempted, "Inner does not answer");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw away(attempted, "Outer is stopping");
        }
    }

    static Refusal away(String attempted, String why) {
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE,
                "cannot " + attempted + ": " + why + "; try again shortly");
    }
}
