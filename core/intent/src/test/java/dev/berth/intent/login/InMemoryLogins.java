package dev.berth.intent.login;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps logins and identities for the length of a test. */
final class InMemoryLogins implements LoginStore, IdentityStore {

    private final FakeTransactions transactions;
    private final Map<String, Kept<BegunLogin>> begun = new HashMap<>();
    private final Map<String, Kept<ProvenLogin>> proven = new HashMap<>();
    private final List<Identity> identities = new ArrayList<>();

    InMemoryLogins(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void begin(String key, BegunLogin login, Instant expires) {
        transactions.mustBeOpen();
        begun.put(key, new Kept<>(login, expires));
    }

    @Override
    public Optional<BegunLogin> claim(String key, Instant now) {
        transactions.mustBeOpen();
        return Kept.at(begun.remove(key), now);
    }

    @Override
    public void prove(String key, ProvenLogin login, Instant expires) {
        transactions.mustBeOpen();
        proven.put(key, new Kept<>(login, expires));
    }

    @Override
    public Optional<ProvenLogin> take(String key, Instant now) {
        transactions.mustBeOpen();
        return Kept.at(proven.remove(key), now);
    }

    @Override
    public void sweep(Instant now) {
        transactions.mustBeOpen();
        begun.values().removeIf(login -> login.expires().isBefore(now));
        proven.values().removeIf(login -> login.expires().isBefore(now));
    }

    @Override
    public Optional<UserId> user(String issuer, String subject) {
        transactions.mustBeOpen();
        return identities.stream()
                .filter(one -> one.issuer().equals(issuer) && one.subject().equals(subject))
                .map(Identity::user)
                .findAny();
    }

    @Override
    public void add(Identity identity) {
        transactions.mustBeOpen();
        identities.add(identity);
    }

    @Override
    public List<Identity> of(UserId user) {
        transactions.mustBeOpen();
        return identities.stream().filter(one -> one.user().equals(user)).toList();
    }

    @Override
    public boolean remove(UserId user, UUID id) {
        transactions.mustBeOpen();
        return identities.removeIf(one -> one.user().equals(user) && one.id().equals(id));
    }

    private record Kept<T>(T login, Instant expires) {

        static <T> Optional<T> at(Kept<T> kept, Instant now) {
            return Optional.ofNullable(kept)
                    .filter(login -> now.isBefore(login.expires()))
                    .map(Kept::login);
        }
    }
}
