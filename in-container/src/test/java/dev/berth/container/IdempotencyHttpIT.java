package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients see who send a request again, or fifty times at once. */
class IdempotencyHttpIT extends DeployedGateways {

    private static final String WORKERS = "/api/v1/worker";
    private static final String TOKENS = "/api/v1/tokens";
    private static final int CROWD = 50;

    private final String key = UUID.randomUUID().toString();

    @Test
    void repetitionIsAnsweredLikeTheFirstAndHasNoEffect() {
        String body = newWorker();
        Answer first = post(WORKERS, body, key);

        Answer again = post("/api/worker", body, key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void fiftyAtOnceHaveOneEffectAndFiftyEqualAnswers() throws Exception {
        String worker = post(WORKERS, newWorker(), key + "w").text("worker_id");
        String deployment =
                "{\"worker_id\": \"%s\", \"image\": \"registry.invalid/app:1\"}".formatted(worker);

        List<Answer> answers = atOnce(() -> post(WORKERS + "/deploy", deployment, key));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
        assertThat(developer().get(WORKERS + "/" + worker).body().path("total").asInt()).isOne();
        assertThat(tasks(worker)).isOne();
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        String body = newWorker();
        String worker = post(WORKERS, body, key).text("worker_id");

        assertThat(post(WORKERS, newWorker(), key).status()).isEqualTo(422);
        assertThat(post(WORKERS, body + " ", key).status()).isEqualTo(422);
        assertThat(post(WORKERS + "?x=1", body, key).status()).isEqualTo(422);
        assertThat(post(TOKENS, "{\"name\": \"other\"}", key).status()).isEqualTo(422);
        assertThat(call("DELETE", WORKERS + "/" + worker, "", key).status()).isEqualTo(422);
        assertThat(post(WORKERS, body, key).status()).isEqualTo(200);
    }

    @Test
    void refusalIsNotKept() {
        String body = newWorker();
        String taken = post(WORKERS, body, key + "first").text("worker_id");
        assertThat(post(WORKERS, body, key).status()).isEqualTo(409);
        developer().delete(WORKERS + "/" + taken);

        Answer tried = post(WORKERS, body, key);

        assertThat(tried.status()).isEqualTo(200);
        assertThat(post(WORKERS, body, key).body()).isEqualTo(tried.body());
    }

    @Test
    void secretIsShownOnce() {
        String body = "{\"name\": \"%s\", \"scopes\": [\"read\"]}".formatted(key);
        Answer first = post(TOKENS, body, key);

        Answer again = post(TOKENS, body, key);

        assertThat(first.text("token")).startsWith("bt_");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().toString()).doesNotContain(first.text("token"));
        assertThat(tokens(key)).isOne();
        assertThat(rotated().status()).isEqualTo(200);
        assertThat(rotated().status()).isEqualTo(409);
    }

    @Test
    void deletionIsAnsweredLikeTheFirst() {
        String worker = post(WORKERS, newWorker(), key + "w").text("worker_id");
        Answer first = call("DELETE", WORKERS + "/" + worker, "", key);

        Answer again = call("DELETE", WORKERS + "/" + worker, "", key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b"})
    void keyOfAnotherFormIsRefused(String bad) {
        assertThat(post(WORKERS, newWorker(), bad).status()).isEqualTo(400);
        assertThat(post(WORKERS, newWorker(), "k".repeat(129)).status()).isEqualTo(400);
    }

    @Test
    void twoKeysAreRefused() {
        Answer answer =
                developer()
                        .call(
                                "POST",
                                WORKERS,
                                newWorker().getBytes(UTF_8),
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                key,
                                "Idempotency-Key",
                                key);

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void readingPaysTheKeyNoHeed() {
        post(WORKERS, newWorker(), key);

        assertThat(call("GET", WORKERS, "", key).status()).isEqualTo(200);
    }

    @Test
    void withoutATokenTheKeyIsOfNoUse() {
        String body = newWorker();
        post(WORKERS, body, key);

        Answer answer =
                outer.call(
                        "POST",
                        WORKERS,
                        body.getBytes(UTF_8),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key);

        assertThat(answer.status()).isEqualTo(401);
    }

    private Answer rotated() {
        return post("/api/auth/rotate-key", "", key + "rotate");
    }

    private Answer post(String path, String body, String chosen) {
        return call("POST", path, body, chosen);
    }

    private Answer call(String method, String path, String body, String chosen) {
        return developer()
                .call(
                        method,
                        path,
                        body.getBytes(UTF_8),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        chosen);
    }

    private static String newWorker() {
        String name = "w" + UUID.randomUUID().toString().substring(0, 8);
        return "{\"worker_name\": \"%s\"}".formatted(name);
    }

    private long tasks(String worker) {
        return count("/api/v1/task?limit=100", "worker_id", worker);
    }

    private long tokens(String name) {
        return count(TOKENS + "?limit=100", "name", name);
    }

    private long count(String path, String member, String value) {
        return StreamSupport.stream(developer().get(path).body().spliterator(), false)
                .map((JsonNode one) -> one.path(member).asText())
                .filter(value::equals)
                .count();
    }

    private static <T> List<T> atOnce(Callable<T> one) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CROWD)) {
            List<Future<T>> all =
                    threads.invokeAll(Stream.generate(() -> one).limit(CROWD).toList());
            return all.stream().map(Future::resultNow).toList();
        }
    }
}
