package dev.berth.edge;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Why the edge answers a request itself: a problem document (RFC 9457), or a page for a browser.
 */
record Problem(int status, String title, String detail, String requestId) {

    static Problem of(int status, String detail) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new Problem(status, HttpResponseStatus.valueOf(status).reasonPhrase(), detail, id);
    }

    /** Returns it in the form that {@code accept} asks for; a page only where HTML is named. */
    Answer answer(String accept) {
        return accept.contains("text/html")
                ? new Answer(status, "text/html; charset=utf-8", Buffer.buffer(page()))
                : new Answer(status, "application/problem+json", json());
    }

    private Buffer json() {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("error", detail)
                .put("request_id", requestId)
                .toBuffer();
    }

    private String page() {
        return """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$d %2$s</title>
            <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:15vh auto;padding:0 1rem}\
            small{color:#666}</style>
            <h1>%2$s</h1>
            <p>%3$s</p>
            <small>%1$d &middot; request %4$s</small>
            """
                .formatted(status, escape(title), escape(detail), requestId);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
