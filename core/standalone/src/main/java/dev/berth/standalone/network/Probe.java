package dev.berth.standalone.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a health endpoint. */
public record Probe(URI uri) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT = (int) Duration.ofSeconds(2).toMillis();

    /** Returns whether the answer is 200. */
    public boolean answers() {
        return ask(connection -> true);
    }

    /** Returns whether the answer is 200 and says {@code datum: true} of one of its checks. */
    public boolean says(String datum) {
        return ask(
                connection -> {
                    try (InputStream body = connection.getInputStream()) {
                        JsonNode found = JSON.readTree(body).findValue(datum);
                        return found != null && found.asBoolean();
                    }
                });
    }

    private boolean ask(Reading reading) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT);
            connection.setReadTimeout(TIMEOUT);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                        && reading.of(connection);
            } finally {
                connection.disconnect();
            }
        } catch (IOException away) {
            return false;
        }
    }

    private interface Reading {
        boolean of(HttpURLConnection connection) throws IOException;
    }
}
