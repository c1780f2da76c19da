package dev.berth.intent.once;

import dev.berth.intent.Transactions;
import dev.berth.intent.audit.Deed;
import dev.berth.model.Refusal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does what a request asks for once, and tells whoever sends it again what was answered. */
public final class Once {

    private final Transactions transactions;
    private final AnswerStore answers;

    /** Creates it over where answers are kept. */
    public Once(Transactions transactions, AnswerStore answers) {
        this.transactions = transactions;
        this.answers = answers;
    }

    /** What came of a request. */
    public sealed interface Outcome<T> {}

    /** It had its effect now. */
    public record Done<T>(T value) implements Outcome<T> {}

    /** It had its effect before, and this was answered. */
    public record Repeated<T>(Answer answer) implements Outcome<T> {}

    /**
     * Runs {@code work} unless {@code request} had its effect before. The key, the effect and what
     * {@code told} makes of the value, which is empty where it shows a secret, are committed
     * together or not at all: what was refused may be tried again.
     */
    public <T> Outcome<T> call(
            KeyedRequest request, Supplier<T> work, Function<T, Optional<Answer>> told) {
        return transactions.whole(
                () -> answers.take(request) ? done(request, work.get(), told) : repeated(request));
    }

    private <T> Outcome<T> done(KeyedRequest request, T value, Function<T, Optional<Answer>> told) {
        told.apply(value).ifPresent(answer -> answers.keep(request, answer));
        return new Done<>(value);
    }

    private <T> Outcome<T> repeated(KeyedRequest request) {
        Answer answer = answer(request);
        Deed.again();
        return new Repeated<>(answer);
    }

    private Answer answer(KeyedRequest request) {
        KeptAnswer kept =
                answers.find(request.tenant(), request.key())
                        .orElseThrow(() -> forgotten(request.key()));
        if (!kept.fingerprint().equals(request.fingerprint())) {
            throw Refusal.of(
                    Refusal.Kind.IMPOSSIBLE,
                    "cannot use the idempotency key '%s': another request had it; choose a new one"
                            .formatted(request.key()));
        }
        return kept.answer().orElseThrow(() -> shown(request.key()));
    }

    private static Refusal forgotten(IdempotencyKey key) {
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE,
                "the answer of the idempotency key '%s' is being removed; try again in a moment"
                        .formatted(key));
    }

    private static Refusal shown(IdempotencyKey key) {
        return Refusal.of(
                Refusal.Kind.CONFLICT,
                "the request with the idempotency key '%s' is done, and the secret that it answered"
                                .formatted(key)
                        + " is not shown again; revoke what it made, or make another");
    }
}
