package dev.berth.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a health endpoint. */
record Probe(URI uri) {

    private static final int TIMEOUT = (int) Duration.ofSeconds(2).toMillis();

    /** Returns whether the answer is 200. */
    boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT);
            connection.setReadTimeout(TIMEOUT);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException away) {
            return false;
        }
    }
}
