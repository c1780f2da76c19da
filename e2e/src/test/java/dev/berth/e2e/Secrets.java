package dev.berth.e2e;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.e2e.Secret.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The secrets that tests have made or met at a Berth. Their clients bring them here: whoever sends
 * or receives one by {@link Client} or {@link Guest} has nothing to do.
 */
final class Secrets {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Secret> known = new ConcurrentHashMap<>();

    /** Adds one, and returns its value. */
    String add(Kind kind, String name, String value) {
        known.putIfAbsent(value, new Secret(kind, name, value));
        return value;
    }

    /** Adds those that a Berth has made for itself. */
    void ofHome(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = "secret '" + file.getFileName() + "'";
                Files.readAllLines(file).forEach(line -> add(Kind.HOME, name, line));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds a token that somebody shows; of one that is signed, the signature. */
    String token(String name, String token) {
        add(Kind.ACCOUNT, name, token.substring(token.lastIndexOf('.') + 1));
        return token;
    }

    /** Adds what is secret in a request. */
    void sent(String path, String json) {
        JsonNode body = parsed(json);
        if (body.path("password").isTextual()) {
            add(Kind.ACCOUNT, "password sent to " + path, body.path("password").asText());
        }
        if (path.endsWith("/secret")) {
            worker(path, body.path("value"));
            body.path("values").forEach(value -> worker(path, value));
        }
    }

    private void worker(String path, JsonNode value) {
        if (value.isTextual()) {
            add(Kind.WORKER, "value sent to " + path, value.asText());
        }
    }

    /** Adds what is secret in an answer. */
    void answered(String path, JsonNode body) {
        for (String member : Set.of("token", "secret_key")) {
            if (body.path(member).isTextual()) {
                token(member + " from " + path, body.path(member).asText());
            }
        }
    }

    Set<Secret> all() {
        return known.values().stream().collect(toUnmodifiableSet());
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            return JSON.missingNode();
        }
    }
}
