package dev.berth.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends a PATCH, which the client that starts quicker does not know. */
record PatchCall(Target target, Duration patience) {

    Answer send(String path, Json body) throws IOException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(patience).build()) {
            return Answer.of(http.send(request(path, body), BodyHandlers.ofString()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitStatus.FAILED, "interrupted; the change may be made", stop);
        }
    }

    private HttpRequest request(String path, Json body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target.url() + path))
                        .timeout(patience)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(JsonText.write(body)));
        target.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        target.tenant().ifPresent(tenant -> request.header("X-Berth-Tenant", tenant));
        return request.build();
    }
}
