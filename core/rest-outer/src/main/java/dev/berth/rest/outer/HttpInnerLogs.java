package dev.berth.rest.outer;

import dev.berth.intent.worker.InnerLogs;
import dev.berth.intent.worker.LogRequest;
import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Fetches logs from Inner over HTTP, by the service token. */
public final class HttpInnerLogs implements InnerLogs {

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
    public HttpInnerLogs(URI inner, String token) {
        this.inner = inner;
        this.token = token;
    }

    /**
     * Returns at once: Inner is asked, and refuses, at the first read. Where Outer and Inner share
     * a server, its threads must not wait for each other.
     */
    @Override
    public InputStream open(WorkerId worker, LogRequest request) {
        return new InnerStream(() -> ask(worker, request));
    }

    private InputStream ask(WorkerId worker, LogRequest request) {
        HttpResponse<InputStream> response = send(worker, request);
        if (response.statusCode() == 200) {
            return response.body();
        }
        close(response.body());
        throw refusal(worker, request, response.statusCode());
    }

    private HttpResponse<InputStream> send(WorkerId worker, LogRequest request) {
        HttpRequest call =
                HttpRequest.newBuilder(address(worker, request))
                        .timeout(FIRST_BYTE)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/x-ndjson")
                        .build();
        try {
            return client.send(call, BodyHandlers.ofInputStream());
        } catch (IOException away) {
            throw away(worker, "Inner does not answer");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw away(worker, "Outer is stopping");
        }
    }

    private URI address(WorkerId worker, LogRequest request) {
        StringBuilder query = new StringBuilder("?follow=").append(request.follow());
        query.append("&last=").append(request.last());
        request.version().ifPresent(version -> query.append("&version_id=").append(version));
        return inner.resolve("/api/worker/" + worker + "/logs" + query);
    }

    private static Refusal refusal(WorkerId worker, LogRequest request, int status) {
        return status == 404
                ? nothingRuns(worker, request)
                : away(worker, "Inner answers " + status);
    }

    private static Refusal nothingRuns(WorkerId worker, LogRequest request) {
        return request.version().isPresent()
                ? Refusal.absent(
                        "log of worker '" + worker + "' for version",
                        Long.toString(request.version().getAsLong()))
                : Refusal.absent("log of worker", worker.value());
    }

    private static Refusal away(WorkerId worker, String why) {
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE,
                "cannot show the logs of worker '" + worker + "': " + why + "; try again shortly");
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException ignored) {
            // nobody reads it
        }
    }
}
