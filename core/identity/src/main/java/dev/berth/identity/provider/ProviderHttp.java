package dev.berth.identity.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks providers: a few at a time, for a while, for short answers, and follows nobody elsewhere.
 * Safe for use by several threads.
 */
public final class ProviderHttp implements AutoCloseable {

    private static final int LONGEST = 1 << 19;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    // each takes a thread of the server, of which there are forty
    private static final int AT_ONCE = 8;

    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .sslContext(publicAuthorities())
                    .build();

    /** Creates it; an answer that is not there after {@code patience} is none. */
    public ProviderHttp(Duration patience) {
        this.patience = patience;
    }

    /** Gets {@code address}, by a token where there is one. */
    ProviderAnswer get(URI address, Optional<String> token, Distrust distrust) {
        HttpRequest.Builder request = request(address).GET();
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return send(request.build(), distrust);
    }

    /** Posts {@code form}, with an {@code Authorization} where there is one. */
    ProviderAnswer post(URI address, Form form, Optional<String> authorization, Distrust distrust) {
        HttpRequest.Builder request =
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.encoded()));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return send(request.build(), distrust);
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("User-Agent", "berth");
    }

    private ProviderAnswer send(HttpRequest request, Distrust distrust) {
        if (!places.tryAcquire()) {
            throw distrust.away("too many log in by providers at once");
        }
        try {
            return answered(request, distrust);
        } finally {
            places.release();
        }
    }

    private ProviderAnswer answered(HttpRequest request, Distrust distrust) {
        Future<HttpResponse<String>> answer = sent(request, distrust);
        try {
            HttpResponse<String> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new ProviderAnswer(response.statusCode(), response.body());
        } catch (TimeoutException slow) {
            throw distrust.away("no answer within " + patience);
        } catch (ExecutionException failed) {
            throw distrust.away(word(failed.getCause()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw distrust.away("Outer is stopping");
        } finally {
            answer.cancel(true);
        }
    }

    // a time limit of the request's own would end with the first byte
    private Future<HttpResponse<String>> sent(HttpRequest request, Distrust distrust) {
        try {
            return client.sendAsync(
                    request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LONGEST));
        } catch (IllegalArgumentException noAddress) {
            throw distrust.away("its address cannot be used");
        }
    }

    private static String word(Throwable cause) {
        return cause instanceof IOException
                ? "cannot be reached, or says too much: " + cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName();
    }

    // the server's own context trusts the server's own certificate alone
    private static SSLContext publicAuthorities() {
        try {
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            KeyStore ofTheJvm = null;
            trust.init(ofTheJvm);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot trust any authority", impossible);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
