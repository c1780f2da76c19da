package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;

/** What Berth answered, whole. */
record Answer(int status, String retryAfter, String body) {

    private static final int MOST = 16 << 20;

    static Answer of(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        String retryAfter = connection.getHeaderField("Retry-After");
        return new Answer(status, retryAfter == null ? "" : retryAfter, body(connection, status));
    }

    static Answer of(HttpResponse<String> response) {
        String retryAfter = response.headers().firstValue("Retry-After").orElse("");
        return new Answer(response.statusCode(), retryAfter, response.body());
    }

    private static String body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? "" : new String(in.readNBytes(MOST), UTF_8);
        } catch (HttpRetryException unauthorized) {
            return "";
        }
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    Json json() throws IOException {
        return JsonText.read(body);
    }
}
