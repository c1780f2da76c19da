package dev.berth.standalone.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a PostgreSQL is that the operator runs, and who logs in there to make Berth's database.
 *
 * @param host as it stands in an address: IPv6 in brackets
 * @param parameters of the driver, neither user nor password among them
 */
public record DatabaseUrl(
        String host,
        int port,
        String database,
        String user,
        Optional<String> password,
        Map<String, String> parameters) {

    public DatabaseUrl {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads {@code postgresql://user:password@host:port/database?parameters}, or the same as {@code
     * jdbc:postgresql://}.
     *
     * @param source who gave it; the message of a refusal names this, never the text
     * @throws LauncherException if it is neither
     */
    public static DatabaseUrl parse(String text, String source) {
        return new DatabaseUrlParser(source).parse(text.strip());
    }

    public DatabaseUrl with(Optional<String> other) {
        return new DatabaseUrl(host, port, database, user, other, parameters);
    }

    /** Returns what is shown of it. */
    public String address() {
        return "%s:%d/%s".formatted(host, port, database);
    }

    /** Returns the driver's address of {@code name} on this server: nobody and no password. */
    String jdbc(String name) {
        String query =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                                .collect(joining("&"));
        return "jdbc:postgresql://%s:%d/%s%s"
                .formatted(host, port, encoded(name), query.isEmpty() ? "" : "?" + query);
    }

    @Override
    public String toString() {
        return "DatabaseUrl[%s@%s]".formatted(user, address());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
