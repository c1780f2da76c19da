package dev.berth.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One more Liberty with an Outer and an Inner of a started Berth, as docs/operations.md starts one;
 * nobody starts it again when it ends.
 */
final class SecondServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final Path directory;
    private final Map<String, String> settings = new TreeMap<>();
    private final Process process;

    private SecondServer(StartedBerth berth, Path directory, String name) throws IOException {
        this.directory = directory;
        berth.alsoWrites(directory);
        List<Integer> free = Ports.free(4);
        List<String> ports = List.of("outer", "inner", "management", "admin");
        for (int n = 0; n < ports.size(); n++) {
            settings.put("berth.port." + ports.get(n), free.get(n).toString());
        }
        settings.put("berth.home", directory.resolve("home").toString());
        settings.put("berth.inner.name", name);
        settings.put("berth.inner.url", "http://127.0.0.1:" + port("inner"));
        configure(berth.distribution());
        process = launch(berth);
    }

    /** Starts one of that name with its files in {@code directory}; returns at once. */
    static SecondServer start(StartedBerth berth, Path directory, String name) throws IOException {
        return new SecondServer(berth, directory, name);
    }

    void awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(this::isReady);
    }

    /** Waits until its Inner says why it is not ready, and returns that. */
    String awaitHindrance() {
        return await().atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(this::hindrance, reason -> !reason.isEmpty());
    }

    int port(String name) {
        return Integer.parseInt(settings.get("berth.port." + name));
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Returns the lines that it has logged. */
    List<String> log() throws IOException {
        return Files.readAllLines(directory.resolve("logs/messages.log"));
    }

    @Override
    public void close() {
        kill();
    }

    private boolean isReady() {
        return health().path("status").asText().equals("UP");
    }

    private String hindrance() {
        for (JsonNode check : health().path("checks")) {
            if (check.path("name").asText().equals("inner")) {
                return check.path("data").path("reason").asText();
            }
        }
        return "";
    }

    private JsonNode health() {
        URI ready = URI.create("http://127.0.0.1:" + port("management") + "/health/ready");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(ready).build();
            return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException away) {
            return new ObjectMapper().createObjectNode();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private void configure(Path distribution) throws IOException {
        Path server = Files.createDirectories(directory.resolve("usr/servers/second"));
        for (String file : List.of("server.xml", "applications.xml")) {
            Files.copy(distribution.resolve("liberty/server").resolve(file), server.resolve(file));
        }
        String variables =
                settings.entrySet().stream()
                        .map(
                                one ->
                                        "<variable name=\"%s\" value=\"%s\"/>"
                                                .formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining("", "<server>", "</server>"));
        Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.writeString(overrides.resolve("second.xml"), variables);
    }

    private Process launch(StartedBerth berth) throws IOException {
        Path liberty = berth.distribution().resolve("liberty");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + liberty.resolve("wlp/lib/platform/java/java24.options"),
                        "@" + liberty.resolve("server/jvm.options"),
                        // it does not live for long
                        "-XX:TieredStopAtLevel=1",
                        "-javaagent:" + liberty.resolve("wlp/bin/tools/ws-javaagent.jar"),
                        "-jar",
                        liberty.resolve("wlp/bin/tools/ws-server.jar").toString(),
                        "second");
        Map<String, String> environment =
                Map.of(
                        "WLP_USER_DIR",
                        directory.resolve("usr").toString(),
                        "WLP_OUTPUT_DIR",
                        directory.resolve("output").toString(),
                        "LOG_DIR",
                        directory.resolve("logs").toString(),
                        "VARIABLE_SOURCE_DIRS",
                        berth.home().resolve("secrets")
                                + ":"
                                + berth.home().resolve("liberty/variables"));
        return new Command(directory, environment)
                .start(command, directory.resolve("out"), directory.resolve("err"));
    }
}
