package dev.berth.intent.account;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.Email;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps codes for the length of a test. */
final class InMemoryCodes implements CodeStore {

    private final FakeTransactions transactions;
    private final Map<String, Kept> kept = new HashMap<>();

    InMemoryCodes(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    /** Returns how many there are; needs no transaction. */
    int size() {
        return kept.size();
    }

    @Override
    public void put(Email email, Origin origin, String hash, Instant expires) {
        transactions.mustBeOpen();
        kept.put(key(email, origin), new Kept(hash, expires, 0));
    }

    @Override
    public Optional<String> attempt(Email email, Origin origin, Instant now, int most) {
        transactions.mustBeOpen();
        Optional<Kept> good =
                Optional.ofNullable(kept.get(key(email, origin)))
                        .filter(code -> code.expires().isAfter(now) && code.tries() < most);
        good.ifPresent(code -> kept.put(key(email, origin), code.tried()));
        return good.map(Kept::hash);
    }

    @Override
    public boolean remove(Email email, Origin origin, String hash) {
        transactions.mustBeOpen();
        return kept.entrySet()
                .removeIf(
                        code ->
                                code.getKey().equals(key(email, origin))
                                        && code.getValue().hash().equals(hash));
    }

    @Override
    public void sweep(Instant now) {
        transactions.mustBeOpen();
        kept.values().removeIf(code -> code.expires().isBefore(now));
    }

    private static String key(Email email, Origin origin) {
        return email + " " + origin.network();
    }

    private record Kept(String hash, Instant expires, int tries) {

        Kept tried() {
            return new Kept(hash, expires, tries + 1);
        }
    }
}
