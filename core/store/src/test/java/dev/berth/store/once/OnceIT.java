package dev.berth.store.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.once.Answer;
import dev.berth.intent.once.IdempotencyKey;
import dev.berth.intent.once.KeyedRequest;
import dev.berth.intent.once.Once;
import dev.berth.intent.once.Once.Done;
import dev.berth.intent.once.Once.Repeated;
import dev.berth.model.Refusal;
import dev.berth.model.Worker;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.cron.CronJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests with an idempotency key, and what they leave in the database. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnceIT {

    private static final World WORLD = new World();
    private static final int CROWD = 50;

    private final Once once = new Once(WORLD.transactions, WORLD.outer.answers());
    private final Tenant ada = WORLD.tenant();
    private final AtomicInteger announced = new AtomicInteger();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void fiftyAtOnceHaveOneEffectAndFiftyEqualAnswers() throws Exception {
        List<Answer> answers = atOnce(() -> create("key", "hunter2"));

        assertThat(answers).hasSize(CROWD).containsOnly(answers.getFirst());
        assertThat(workers()).isOne();
        assertThat(announced).hasValue(1);
    }

    @Test
    void fiftyOfDifferentRequestsHaveOneEffectAndTheOthersAreRefused() throws Exception {
        AtomicInteger number = new AtomicInteger();

        List<Boolean> done =
                atOnce(() -> created("key", "%064x".formatted(number.incrementAndGet())));

        assertThat(done).containsOnlyOnce(true);
        assertThat(workers()).isOne();
    }

    @Test
    void keyAndEffectAreCommittedTogetherOrNotAtAll() {
        KeyedRequest request = request("key", "0".repeat(64));
        Refusal refusal = Refusal.of(Refusal.Kind.CONFLICT, "not now");

        Refusal thrown =
                catchThrowableOfType(
                        Refusal.class,
                        () ->
                                once.call(
                                        request,
                                        () -> {
                                            add();
                                            throw refusal;
                                        },
                                        _ -> Optional.empty()));

        assertThat(thrown).isSameAs(refusal);
        assertThat(workers()).isZero();
        assertThat(announced).hasValue(0);
        assertThat(create("key", "later").body()).isEqualTo("later");
        assertThat(workers()).isOne();
    }

    @Test
    void answerIsNotInTheDatabaseAsItIs() {
        create("sealed", "hunter2");

        assertThat(
                        WORLD.number(
                                "SELECT count(*) FROM answers a WHERE a::text LIKE '%hunter2%'"
                                        + " OR position('hunter2'::bytea IN ciphertext) > 0"))
                .isZero();
        assertThat(create("sealed", "not asked")).isEqualTo(answer("hunter2"));
    }

    @Test
    void secretIsNotKeptAtAll() {
        KeyedRequest request = request("secret", "0".repeat(64));
        once.call(request, () -> "hunter2", _ -> Optional.empty());

        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class,
                        () -> once.call(request, () -> "hunter2", _ -> Optional.empty()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(
                        WORLD.number(
                                "SELECT count(*) FROM answers WHERE idempotency_key = 'secret'"
                                        + " AND ciphertext IS NULL"))
                .isOne();
    }

    @Test
    void answerIsKeptForADay() {
        CronJob job = new CronJob.PurgeAnswers();
        WORLD.inner.cron().fire(job, Duration.ZERO);
        create("young", "a");
        create("old", "b");
        age("young", "23 hours 59 minutes");
        age("old", "24 hours 1 minute");

        OptionalInt removed = WORLD.inner.cron().fire(job, Duration.ZERO);

        assertThat(removed).hasValue(1);
        assertThat(create("young", "again").body()).isEqualTo("a");
        assertThat(create("old", "again").body()).isEqualTo("again");
    }

    private Answer create(String key, String body) {
        return switch (once.call(
                request(key, "0".repeat(64)),
                () -> {
                    add();
                    return answer(body);
                },
                Optional::of)) {
            case Done<Answer>(Answer answer) -> answer;
            case Repeated<Answer>(Answer answer) -> answer;
        };
    }

    private boolean created(String key, String fingerprint) {
        try {
            return once.call(
                            request(key, fingerprint),
                            () -> {
                                add();
                                return answer("");
                            },
                            Optional::of)
                    instanceof Done<Answer>;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
            return false;
        }
    }

    /** Adds a worker as use cases do, in a transaction and with something that follows it. */
    private void add() {
        Worker worker = WORLD.worker(ada);
        assertThat(worker.tenant()).isEqualTo(ada.id());
        WORLD.transactions.afterwards(announced::incrementAndGet);
    }

    private KeyedRequest request(String key, String fingerprint) {
        return new KeyedRequest(ada.id(), IdempotencyKey.parse(key).orElseThrow(), fingerprint);
    }

    private static Answer answer(String body) {
        return new Answer(201, Map.of("Location", "/api/v1/worker"), body);
    }

    private long workers() {
        return WORLD.number(
                "SELECT count(*) FROM workers WHERE tenant_id = '%s'".formatted(ada.id()));
    }

    private void age(String key, String interval) {
        WORLD.sql(
                "UPDATE answers SET created_at = created_at - interval '%s'".formatted(interval)
                        + " WHERE idempotency_key = '%s'".formatted(key));
    }

    private static <T> List<T> atOnce(Callable<T> one) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CROWD)) {
            List<Future<T>> all =
                    threads.invokeAll(Stream.generate(() -> one).limit(CROWD).toList());
            return all.stream().map(Future::resultNow).toList();
        }
    }
}
