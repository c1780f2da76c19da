package dev.berth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Stops and starts the Inner of a started Berth, and leaves Outer alone. */
record Inner(StartedBerth berth) {

    private static final Waiting LIBERTY =
            new Waiting(Duration.ofMinutes(2), Duration.ofMillis(100));
    // an application whose location does not exist is taken away
    private static final String STOPPED =
            "<server><webApplication id=\"inner\" location=\"stopped\"/></server>";

    void stop() {
        try {
            Files.createDirectories(override().getParent());
            Files.writeString(override(), STOPPED);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        LIBERTY.until("Inner stops", () -> health() == 404);
    }

    void start() {
        try {
            Files.delete(override());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        LIBERTY.until("Inner starts", () -> health() == 200);
    }

    private Path override() {
        return berth.home()
                .resolve("liberty/usr/servers/berth/configDropins/overrides/inner-stopped.xml");
    }

    private int health() {
        URI health = URI.create("http://127.0.0.1:" + berth.port("inner") + "/health");
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(1000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return 0;
        }
    }
}
