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
import java.util.concurrent.CancellationException;

/** Asks an Outer, on one connection, as a proxy that is believed where its clients are. */
final class Prober implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private int place;

    Prober(StartedBerth berth) {
        this.url = "http://127.0.0.1:" + berth.port("outer");
    }

    /**
     * A request.
     *
     * @param call method and path
     * @param token who asks; empty for nobody
     * @param tenant for whom; empty for his own
     * @param body JSON, or empty
     */
    record Question(String call, String token, String tenant, String body) {

        static Question ofNobody(String call, String body) {
            return new Question(call, "", "", body);
        }

        static Question of(String call, String token, String body) {
            return new Question(call, token, "", body);
        }
    }

    /** What came back, and after how many microseconds. */
    record Answer(int status, JsonNode body, double micros) {

        String text(String member) {
            return body.path(member).asText();
        }
    }

    /** Goes where nobody has tried anything yet. */
    Prober elsewhere() {
        place++;
        return this;
    }

    Answer ask(Question question) {
        HttpRequest request = request(question);
        try {
            long begun = System.nanoTime();
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            double micros = (System.nanoTime() - begun) / 1e3;
            return new Answer(response.statusCode(), JSON.readTree(response.body()), micros);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Asks what has to go well. */
    Answer good(Question question) {
        Answer answer = ask(question);
        if (answer.status() != 200) {
            throw new BenchFailure(question.call() + " answers " + answer);
        }
        return answer;
    }

    private HttpRequest request(Question question) {
        String[] call = question.call().split(" ", 2);
        String address = "10.%d.%d.%d".formatted(place >> 16, place >> 8 & 255, place & 255);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + call[1]))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", address)
                        .method(call[0], BodyPublishers.ofString(question.body()));
        if (!question.token().isEmpty()) {
            request.header("Authorization", "Bearer " + question.token());
        }
        if (!question.tenant().isEmpty()) {
            request.header("X-Berth-Tenant", question.tenant());
        }
        return request.build();
    }

    @Override
    public void close() {
        http.close();
    }
}
