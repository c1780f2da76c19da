package dev.berth.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;

/** Speaks to the Outer of a started Berth, with the command line's token. */
final class Outer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String url;
    private final String authorization;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    Outer(StartedBerth berth) {
        this.url = "http://127.0.0.1:" + berth.port("outer");
        this.authorization = "Bearer " + berth.secret("cli-token");
    }

    /** Creates a worker, and returns its id. */
    String worker(String name, String settings) {
        String json = "{\"worker_name\": \"%s\"%s}".formatted(name, settings);
        return post("/api/v1/worker", json).path("worker_id").asText();
    }

    void upload(Source source) {
        send(
                request("/api/v1/source/" + source.digest())
                        .header("Content-Type", "application/gzip")
                        .PUT(BodyPublishers.ofByteArray(source.archive())));
    }

    /** Asks for a deployment, and returns the version once it is accepted. */
    long deploy(String worker, Source source) {
        String json =
                "{\"worker_id\": \"%s\", \"source\": \"sha256:%s\"}"
                        .formatted(worker, source.digest());
        JsonNode answer = post("/api/worker/deploy", json);
        if (!answer.path("status").asText().equals("loading")) {
            throw new BenchFailure("a deployment was not accepted: " + answer);
        }
        return answer.path("version_id").asLong();
    }

    /** Asks for a version that served before. */
    void rollBack(String worker, long version) {
        String json = "{\"version_id\": %d}".formatted(version);
        post("/api/v1/worker/" + worker + "/rollback", json);
    }

    /** Returns the status word of a version. */
    String status(String worker, long version) {
        for (JsonNode one : get("/api/v1/worker/" + worker).path("versions")) {
            if (one.path("version_id").asLong() == version) {
                return one.path("status").asText();
            }
        }
        throw new BenchFailure("worker " + worker + " has no version " + version);
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    private JsonNode post(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", authorization);
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new BenchFailure(
                        "%s %s: %d %s"
                                .formatted(
                                        request.method(),
                                        request.uri().getPath(),
                                        response.statusCode(),
                                        body.path("detail").asText()));
            }
            return body;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
