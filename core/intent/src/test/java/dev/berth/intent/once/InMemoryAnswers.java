package dev.berth.intent.once;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps answers for the length of a test. */
final class InMemoryAnswers implements AnswerStore {

    private final FakeTransactions transactions;
    private final Map<String, KeptAnswer> kept = new HashMap<>();

    InMemoryAnswers(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean take(KeyedRequest request) {
        transactions.mustBeOpen();
        KeptAnswer taken = new KeptAnswer(request.fingerprint(), Optional.empty());
        return kept.putIfAbsent(name(request.tenant(), request.key()), taken) == null;
    }

    @Override
    public void keep(KeyedRequest request, Answer answer) {
        transactions.mustBeOpen();
        kept.put(
                name(request.tenant(), request.key()),
                new KeptAnswer(request.fingerprint(), Optional.of(answer)));
    }

    @Override
    public Optional<KeptAnswer> find(TenantId tenant, IdempotencyKey key) {
        transactions.mustBeOpen();
        return Optional.ofNullable(kept.get(name(tenant, key)));
    }

    private static String name(TenantId tenant, IdempotencyKey key) {
        return tenant + " " + key;
    }
}
