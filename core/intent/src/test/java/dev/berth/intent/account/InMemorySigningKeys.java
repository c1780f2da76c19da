package dev.berth.intent.account;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.Caller;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps keys and signatures for the length of a test. */
final class InMemorySigningKeys implements SigningKeyStore, SeenSignatures {

    private final FakeTransactions transactions;
    private final Map<UserId, Caller> users = new HashMap<>();
    private final Map<UserId, SigningKey> keys = new HashMap<>();
    private final Map<String, String> marks = new HashMap<>();
    private final Set<UserId> asked = new HashSet<>();

    InMemorySigningKeys(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    /** Lets there be a user; needs no transaction. */
    void add(Caller user) {
        users.put(user.user(), user);
    }

    /** Returns whose keys were asked for; needs no transaction. */
    Set<UserId> asked() {
        return asked;
    }

    @Override
    public void put(UserId user, SigningKey key, Instant now) {
        transactions.mustBeOpen();
        keys.put(user, key);
    }

    @Override
    public Optional<Signer> signer(UserId user) {
        transactions.mustBeOpen();
        asked.add(user);
        return Optional.ofNullable(keys.get(user)).map(key -> new Signer(users.get(user), key));
    }

    @Override
    public Sighting note(UserId user, String mark, Optional<String> key) {
        transactions.mustBeOpen();
        String name = user + " " + mark;
        if (!marks.containsKey(name)) {
            marks.put(name, key.orElse(""));
            return Sighting.FIRST;
        }
        return key.filter(marks.get(name)::equals).isPresent()
                ? Sighting.REPEATED
                : Sighting.REPLAYED;
    }
}
