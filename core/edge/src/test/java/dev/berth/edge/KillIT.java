package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KillIT {

    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir private Path directory;

    @Test
    void edgeKilledWhileTablesComeHasTheLastOneThatItAnswered() throws Exception {
        Files.writeString(directory.resolve("token"), "token");
        AtomicLong answered = new AtomicLong();
        for (int round = 0; round < 3; round++) {
            Process edge = start();
            assertThat(revision()).isGreaterThanOrEqualTo(answered.get());
            Thread applying = Thread.ofVirtual().start(() -> applyUntilGone(answered));
            long before = answered.get();
            await().pollInterval(Duration.ofMillis(3)).until(() -> answered.get() > before + 20);

            edge.destroyForcibly().waitFor();
            applying.join();
        }
        Process edge = start();
        assertThat(revision()).isGreaterThanOrEqualTo(answered.get());
        assertThat(directory.resolve("state").resolve("table.json.corrupt")).doesNotExist();
        edge.destroyForcibly().waitFor();
    }

    private void applyUntilGone(AtomicLong answered) {
        try {
            while (true) {
                long next = answered.get() + 1;
                String table = "{\"revision\":" + next + ",\"routes\":[]}" + " ".repeat(100_000);
                HttpRequest put =
                        request("/table").PUT(HttpRequest.BodyPublishers.ofString(table)).build();
                assertThat(client.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
                answered.set(next);
            }
        } catch (IOException killed) {
            // as was meant
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private long revision() throws Exception {
        HttpResponse<String> health =
                client.send(request("/health").build(), BodyHandlers.ofString());
        return Long.parseLong(health.body().replaceAll("\\D", ""));
    }

    private HttpRequest.Builder request(String path) throws IOException {
        Properties ports = new Properties();
        try (Reader reader = Files.newBufferedReader(ports(), UTF_8)) {
            ports.load(reader);
        }
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ports.getProperty("control") + path))
                .header("Authorization", "Bearer token");
    }

    private Process start() throws IOException {
        Files.deleteIfExists(ports());
        Process edge =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EdgeMain.class.getName(),
                                "--port=0",
                                "--control-port=0",
                                "--token-file=" + directory.resolve("token"),
                                "--state=" + directory.resolve("state"))
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("log").toFile())
                        .start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(ports()) || !edge.isAlive());
        return edge;
    }

    private Path ports() {
        return directory.resolve("state").resolve("ports");
    }
}
