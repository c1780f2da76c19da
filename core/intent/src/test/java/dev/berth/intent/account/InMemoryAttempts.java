package dev.berth.intent.account;

import dev.berth.intent.FakeTransactions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps attempts for the length of a test. */
public final class InMemoryAttempts implements AttemptStore {

    private final FakeTransactions transactions;
    private final Map<AttemptKey, Attempts> kept = new HashMap<>();

    /** Creates it empty. */
    public InMemoryAttempts(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Attempts> lock(AttemptKey key) {
        transactions.mustBeOpen();
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void put(AttemptKey key, Attempts attempts) {
        transactions.mustBeOpen();
        kept.put(key, attempts);
    }

    @Override
    public void forget(AttemptKey key) {
        transactions.mustBeOpen();
        kept.remove(key);
    }

    @Override
    public void sweep(Instant now) {
        transactions.mustBeOpen();
        kept.values().removeIf(attempts -> attempts.forgetAt().isBefore(now));
    }
}
