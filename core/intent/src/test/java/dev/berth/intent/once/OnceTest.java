package dev.berth.intent.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.FakeTransactions;
import dev.berth.intent.once.Once.Done;
import dev.berth.intent.once.Once.Outcome;
import dev.berth.intent.once.Once.Repeated;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnceTest {

    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final String FINGERPRINT = "0".repeat(64);

    private final FakeTransactions transactions = new FakeTransactions();
    private final Once once = new Once(transactions, new InMemoryAnswers(transactions));
    private final AtomicInteger effects = new AtomicInteger();

    @Test
    void secondTimeIsAnsweredLikeTheFirstWithoutAnEffect() {
        assertThat(call("key", FINGERPRINT)).isEqualTo(new Done<>(1));

        assertThat(call("key", FINGERPRINT)).isEqualTo(new Repeated<>(answer(1)));
        assertThat(effects).hasValue(1);
    }

    @Test
    void anotherKeyIsAnotherEffect() {
        call("key", FINGERPRINT);

        assertThat(call("other", FINGERPRINT)).isEqualTo(new Done<>(2));
    }

    @Test
    void keyOfAnotherTenantIsAnotherKey() {
        call("key", FINGERPRINT);
        TenantId other = new TenantId(UUID.randomUUID());

        assertThat(call(new KeyedRequest(other, key("key"), FINGERPRINT), OnceTest::kept))
                .isEqualTo(new Done<>(2));
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        call("key", FINGERPRINT);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> call("key", "1".repeat(64)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(effects).hasValue(1);
    }

    @Test
    void secretIsAnsweredOnce() {
        KeyedRequest request = new KeyedRequest(TENANT, key("key"), FINGERPRINT);
        call(request, _ -> Optional.empty());

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> call(request, _ -> Optional.empty()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(effects).hasValue(1);
    }

    @Test
    void transactionsWithinArePartsOfOneAndWhatFollowsComesAtTheEnd() {
        List<String> order = new ArrayList<>();

        once.call(
                new KeyedRequest(TENANT, key("key"), FINGERPRINT),
                () -> {
                    transactions.run(() -> order.add("first"));
                    transactions.afterwards(() -> order.add(transactions.open() + " open"));
                    transactions.run(() -> order.add("second"));
                    return 1;
                },
                OnceTest::kept);

        assertThat(order).containsExactly("first", "second", "false open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "caf\u00e9", "tab\t", "line\n", "\u007f"})
    void keyIsVisibleAscii(String text) {
        assertThat(IdempotencyKey.parse(text)).isEmpty();
    }

    @Test
    void keyHasAtMost128Characters() {
        assertThat(IdempotencyKey.parse("k".repeat(128))).isPresent();
        assertThat(IdempotencyKey.parse("k".repeat(129))).isEmpty();
    }

    private Outcome<Integer> call(String key, String fingerprint) {
        return call(new KeyedRequest(TENANT, key(key), fingerprint), OnceTest::kept);
    }

    private Outcome<Integer> call(KeyedRequest request, Function<Integer, Optional<Answer>> told) {
        return once.call(request, effects::incrementAndGet, told);
    }

    private static Optional<Answer> kept(int effect) {
        return Optional.of(answer(effect));
    }

    private static Answer answer(int effect) {
        return new Answer(200, Map.of(), Integer.toString(effect));
    }

    private static IdempotencyKey key(String text) {
        return IdempotencyKey.parse(text).orElseThrow();
    }
}
