package dev.berth.standalone.home;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;

/** What the berth command needs to reach this Berth. */
public final class CliSettings {

    private CliSettings() {}

    public static void write(Home home, String url, String token) {
        PrivateFile.write(home.cli(), "url=%s%ntoken=%s%n".formatted(url, token));
    }

    public static Optional<String> url(Home home) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(home.cli())) {
            properties.load(reader);
        } catch (IOException absent) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty("url"));
    }
}
