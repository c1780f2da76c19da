package dev.berth.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client that was written for the source designs' console, and knows nothing of Berth: it logs
 * in, has a key made, creates a worker, deploys with a signature and asks how that went.
 */
final class ConsoleClient implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String gateway;
    private String token = "";
    private String userId = "";
    private String secretKey = "";

    ConsoleClient(String gateway) {
        this.gateway = gateway;
    }

    void login(String email, String password) throws IOException, InterruptedException {
        String answer =
                post(
                        "/api/auth/login",
                        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
        token = text(answer, "token");
        userId = text(answer, "user_id");
    }

    void rotateKey() throws IOException, InterruptedException {
        secretKey = text(post("/api/auth/rotate-key", ""), "secret_key");
    }

    /** Creates a worker and returns its id. */
    String createWorker(String name) throws IOException, InterruptedException {
        return text(post("/api/worker", "{\"worker_name\": \"%s\"}".formatted(name)), "worker_id");
    }

    /** Deploys {@code what}, a member of the body, and returns the answer. */
    String deploy(String workerId, String what) throws IOException, InterruptedException {
        String body =
                "{\"user_uid\": \"%s\", \"worker_id\": \"%s\", %s, \"port\": 8080}"
                        .formatted(userId, workerId, what);
        String timestamp = Long.toString(System.currentTimeMillis());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(gateway + "/api/worker/deploy"))
                        .header("Content-Type", "application/json")
                        .header("X-Combinator-User-ID", userId)
                        .header("X-Combinator-Timestamp", timestamp)
                        .header("X-Combinator-Signature", hmac(body + timestamp))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return send(request);
    }

    /** Returns the status of a worker. */
    String status(String workerId) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(gateway + "/api/worker/" + workerId))
                        .header("Authorization", "Bearer " + token)
                        .build();
        return text(send(request), "status");
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return send(
                (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token))
                        .build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private String hmac(String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(String json, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + member + " in the answer");
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        http.close();
    }
}
