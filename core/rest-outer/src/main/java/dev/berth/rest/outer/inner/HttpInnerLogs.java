package dev.berth.rest.outer.inner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.worker.InnerLogs;
import dev.berth.intent.worker.LogRequest;
import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;

/** Fetches logs from Inner over HTTP. */
public final class HttpInnerLogs implements InnerLogs {

    private final InnerClient inner;

    /** Creates it over who speaks to Inner. */
    public HttpInnerLogs(InnerClient inner) {
        this.inner = inner;
    }

    /** Returns at once: Inner is asked, and refuses, at the first read. */
    @Override
    public InputStream open(WorkerId worker, LogRequest request) {
        return new InnerStream(() -> ask(worker, request));
    }

    private InputStream ask(WorkerId worker, LogRequest request) {
        HttpResponse<InputStream> response =
                inner.get(attempted(worker), path(worker, request), "application/x-ndjson");
        if (response.statusCode() == 200) {
            return response.body();
        }
        close(response.body());
        throw refusal(worker, request, response.statusCode());
    }

    private static String path(WorkerId worker, LogRequest request) {
        StringBuilder query = new StringBuilder("?follow=").append(request.follow());
        query.append("&last=").append(request.last());
        request.version().ifPresent(version -> query.append("&version_id=").append(version));
        request.since()
                .ifPresent(
                        since -> query.append("&since=").append(URLEncoder.encode(since, UTF_8)));
        return "/api/worker/" + worker + "/logs" + query;
    }

    private static Refusal refusal(WorkerId worker, LogRequest request, int status) {
        return status == 404
                ? nothingRuns(worker, request)
                : InnerClient.away(attempted(worker), "Inner answers " + status);
    }

    private static Refusal nothingRuns(WorkerId worker, LogRequest request) {
        return request.version().isPresent()
                ? Refusal.absent(
                        "log of worker '" + worker + "' for version",
                        Long.toString(request.version().getAsLong()))
                : Refusal.absent("log of worker", worker.value());
    }

    private static String attempted(WorkerId worker) {
        return "show the logs of worker '" + worker + "'";
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException ignored) {
            // nobody reads it
        }
    }
}
